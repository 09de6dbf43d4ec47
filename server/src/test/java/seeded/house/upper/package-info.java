/** A module of the seeded house, allowed to use nothing. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package seeded.house.upper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
