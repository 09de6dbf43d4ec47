/** Drawing cells anew: one transaction over cells, homes and phones. */
@NullMarked
package org.linli.grid.drawing;

import org.jspecify.annotations.NullMarked;
