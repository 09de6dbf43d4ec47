/**
 * Identity cards read at the window: the 256-byte text block of the four card layouts, brought to a holder or refused.
 * Nation is read past and dropped; the photo never comes here.
 */
@NullMarked
package org.linli.counter.card;

import org.jspecify.annotations.NullMarked;
