/** Calls (来电) to the 12349 desk: their events, who takes them, and what came of them. */
@NullMarked
package org.linli.eldercare.call;

import org.jspecify.annotations.NullMarked;
