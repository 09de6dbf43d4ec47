/**
 * Contributions (同步数据集): what a module implements so that phones hold records of its own: a
 * {@link org.linli.sync.contributions.SyncedCollection} a record type, and a row trigger on every table the record is made
 * of, which tells the change log what moved.
 */
@NamedInterface("contributions")
@NullMarked
package org.linli.sync.contributions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
