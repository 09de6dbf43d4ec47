/**
 * Grid (网格): teams and what they do in their cells. Who is responsible for which cell and whether every place is covered;
 * events from report to verification by somebody else; visits and inspections from templates; drawing cells anew; and
 * figures that count help and correctness, never reports alone.
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
            "sync :: contributions",
            "casework",
            "registry"
        })
@NullMarked
package org.linli.grid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
