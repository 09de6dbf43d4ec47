/** Errands over HTTP, from the card to the paper, with the real stand-in at the other end of the department lines. */
@NullMarked
package org.linli.counter.errand;

import org.jspecify.annotations.NullMarked;
