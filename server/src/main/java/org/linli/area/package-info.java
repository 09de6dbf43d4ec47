/**
 * Area (辖区): the divisions of the district down to its grid cells, the units that work there (stations with their
 * windows, departments, committees, agency points), and which cell a point lies in. It knows places and units, never
 * people.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.linli.area;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
