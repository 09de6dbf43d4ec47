/** Records that may be one person: finding them, deciding with a second pair of eyes, merging, and taking a merge back. */
@NullMarked
package org.linli.registry.duplicate;

import org.jspecify.annotations.NullMarked;
