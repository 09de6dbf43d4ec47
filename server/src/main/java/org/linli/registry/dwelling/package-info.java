/**
 * Compounds and dwellings: addresses that belong to nobody. The address book of the district, what stands where, and
 * each dwelling's page.
 */
@NullMarked
package org.linli.registry.dwelling;

import org.jspecify.annotations.NullMarked;
