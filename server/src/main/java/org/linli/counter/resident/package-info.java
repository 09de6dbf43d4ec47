/**
 * Where the counter meets the registry: who stands at the window is found there and the form filled from it, and what the
 * window learned flows back.
 */
@NullMarked
package org.linli.counter.resident;

import org.jspecify.annotations.NullMarked;
