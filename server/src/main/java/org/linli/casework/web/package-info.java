/** The HTTP face of casework: work lists, the case page, procedures, calendar, supervision. */
@NullMarked
package org.linli.casework.web;

import org.jspecify.annotations.NullMarked;
