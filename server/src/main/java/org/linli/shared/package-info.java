/**
 * Values that every module speaks: division codes, points, pages, identifiers, two-language names, refusals. No beans, no
 * tables, few types; a type moves here only when two modules need it.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.linli.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
