/** Telephone systems (话务线路) that report calls, and what they sign with. */
@NullMarked
package org.linli.eldercare.trunk;

import org.jspecify.annotations.NullMarked;
