/**
 * Elder care (养老服务): the 12349 desk. Telephone systems of any make report what happens to calls; a ring shows its number
 * and line, and who is calling only to the operator who takes it. Every call ends with what came of it, and every missed one
 * with a call back.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "area",
            "access",
            "access :: sealing",
            "privacy",
            "notify",
            "registry",
            "wearables"
        })
@NullMarked
package org.linli.eldercare;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
