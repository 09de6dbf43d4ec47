/** A house of two modules whose lower one calls upwards. */
@NullMarked
package seeded.house;

import org.jspecify.annotations.NullMarked;
