/** Emptying of records whose time is over or whose removal was granted; each erasure names its rule and is itself kept. */
@NullMarked
package org.linli.registry.erasing;

import org.jspecify.annotations.NullMarked;
