/**
 * Counter (一口受理): the one-window counter of the public affairs centre. Service items with their guides, visits and the
 * queue, card readers, errands from acceptance to delivery, numbered papers that anybody can check, agents and mandates,
 * and the lines to the departments.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "area",
            "access",
            "access :: sealing",
            "privacy",
            "files",
            "notify",
            "casework",
            "registry"
        })
@NullMarked
package org.linli.counter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
