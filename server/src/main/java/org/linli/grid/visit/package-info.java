/** Visits and inspections: what is due in a cell, and what was found. */
@NullMarked
package org.linli.grid.visit;

import org.jspecify.annotations.NullMarked;
