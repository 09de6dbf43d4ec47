/**
 * Households: founded, joined, left and moved; who heads them and how the members are related. Relations that cannot be
 * are refused, and a new head's are worked out from the old one's where that is certain.
 */
@NullMarked
package org.linli.registry.household;

import org.jspecify.annotations.NullMarked;
