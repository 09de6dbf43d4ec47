/** What the base holds about one person, told to the data-rights desk. */
@NullMarked
package org.linli.registry.holding;

import org.jspecify.annotations.NullMarked;
