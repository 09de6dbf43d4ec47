/** Figures of an area, each with the list it counts, and the dwellings of an area as points for a map. */
@NullMarked
package org.linli.registry.figure;

import org.jspecify.annotations.NullMarked;
