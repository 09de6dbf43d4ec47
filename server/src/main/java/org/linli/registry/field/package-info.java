/**
 * What grid workers carry (现场采集): people, households and dwellings of a grid cell as phones hold them, and what phones
 * change of them, through the registry's own services and under its own rules.
 */
@NullMarked
package org.linli.registry.field;

import org.jspecify.annotations.NullMarked;
