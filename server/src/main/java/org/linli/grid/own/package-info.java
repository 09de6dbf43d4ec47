/** What somebody sees of the own work: the own cells and the own figures, which nobody else is shown. */
@NullMarked
package org.linli.grid.own;

import org.jspecify.annotations.NullMarked;
