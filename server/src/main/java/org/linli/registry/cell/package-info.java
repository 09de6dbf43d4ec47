/** Moving whole cells: dwellings with everybody in them to another grid cell, a few statements for hundreds of households. */
@NullMarked
package org.linli.registry.cell;

import org.jspecify.annotations.NullMarked;
