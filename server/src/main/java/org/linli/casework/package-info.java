/**
 * Casework (办件): procedures as data and the cases that run through them. Whatever somebody must handle is a case, with
 * a timeline nobody can rewrite and a clock that says whose turn it is. It knows no application: counters, grids and
 * desks bring their procedures as YAML and hear what happened as events.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "area",
            "access",
            "access :: ledger",
            "access :: sealing",
            "privacy",
            "files",
            "notify"
        })
@NullMarked
package org.linli.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
