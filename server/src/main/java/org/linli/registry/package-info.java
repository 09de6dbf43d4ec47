/**
 * Registry (人口基础库): the district's one base of people, households, dwellings, residence, organisations and places.
 * Everything else points at it by identifier and keeps no copy. It remembers what every row was, who changed it, from
 * where and why, and shows personal values masked until a purpose is stated.
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
            "notify",
            "sync",
            "sync :: contributions"
        })
@NullMarked
package org.linli.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
