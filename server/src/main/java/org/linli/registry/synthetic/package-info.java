/**
 * The synthetic district (演示辖区): a Kundulun that does not exist, the same for the same seed. Divisions and cells are the
 * area module's; compounds, people, numbers and organisations are invented, and their numbers can belong to nobody.
 */
@NullMarked
package org.linli.registry.synthetic;

import org.jspecify.annotations.NullMarked;
