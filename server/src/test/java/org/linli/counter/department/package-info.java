/** The department lines against the real stand-in over HTTP, and answers that are forged, doubled or out of order. */
@NullMarked
package org.linli.counter.department;

import org.jspecify.annotations.NullMarked;
