/**
 * Errands (办件): one item asked for by one person at a window or through an agent. Accepts or tells everything that is
 * missing at one time, opens the case, gives out the papers, keeps what was verified so that nobody brings it twice, and
 * shows residents how their matter stands. How a case moves is casework's business; what an item asks, the catalogue's.
 */
@NullMarked
package org.linli.counter.errand;

import org.jspecify.annotations.NullMarked;
