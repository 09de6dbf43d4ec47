/**
 * Sync (离线同步): the offline protocol between the server and phones: a log of changes by scope, pull, push, merge and
 * review by a person. It knows nothing of people or grids: modules above offer their record types through
 * {@code sync :: contributions} and say who holds which scope through {@link org.linli.sync.Assignments}.
 */
@ApplicationModule(
        allowedDependencies = {"shared", "area", "access", "access :: ledger", "access :: sealing", "privacy", "files"})
@NullMarked
package org.linli.sync;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
