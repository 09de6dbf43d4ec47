/** What is held of people who called, and how long. */
@NullMarked
package org.linli.eldercare.holding;

import org.jspecify.annotations.NullMarked;
