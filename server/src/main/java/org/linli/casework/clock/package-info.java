/** Clocks of cases (计时): the working calendar of a district with its statutory days off and make-up workdays, terms counted on it, and pauses. Pure computation over data; what is stored is in {@code running}. */
@NullMarked
package org.linli.casework.clock;

import org.jspecify.annotations.NullMarked;
