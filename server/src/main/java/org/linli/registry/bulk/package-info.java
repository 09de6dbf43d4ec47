/**
 * Loading many rows at once (批量装载): entries are sealed, spelled and given their lookup keys in memory and written by
 * binary COPY, a batch in one transaction. Who calls it has checked what it loads; nothing is looked up here.
 */
@NullMarked
package org.linli.registry.bulk;

import org.jspecify.annotations.NullMarked;
