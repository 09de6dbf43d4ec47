/** Code that breaks one rule each; nothing uses it, and it lies outside the packages that Spring scans. */
@NullMarked
package seeded;

import org.jspecify.annotations.NullMarked;
