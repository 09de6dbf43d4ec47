/** What the grid holds about people, and how long. */
@NullMarked
package org.linli.grid.holding;

import org.jspecify.annotations.NullMarked;
