/** What all modules hold about one person, put together. */
@NullMarked
package org.linli.rights.holding;

import org.jspecify.annotations.NullMarked;
