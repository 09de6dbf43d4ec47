/** What the counter holds about people, and how long it keeps what it needs no longer. */
@NullMarked
package org.linli.counter.holding;

import org.jspecify.annotations.NullMarked;
