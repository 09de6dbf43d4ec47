/**
 * Rights (个人信息权利): the desk where people learn what is held about them and who read it, ask for a copy, a correction, a
 * restriction, a removal or an explanation, and get an answer in time; and the retention rules of all modules, rehearsed
 * before they bind, run every night and reported (Personal Information Protection Law, PIPL, art. 19 and 44-50). What each
 * module holds and how long, the modules say themselves.
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
            "casework",
            "registry"
        })
@NullMarked
package org.linli.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
