/**
 * Hall (办事大厅): visits from check-in to the last word at the window, the queue, windows, bookings, the call screen, and
 * what all this says about waiting and about the quarter of an hour. It knows who is at which window; what is done
 * there is the errand's business.
 */
@NullMarked
package org.linli.counter.hall;

import org.jspecify.annotations.NullMarked;
