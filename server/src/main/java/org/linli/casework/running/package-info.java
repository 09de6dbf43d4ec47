/** Running cases: opening and acting in one transaction, rights, timeline with its hash chain, clocks, reminders, child cases, supervision and ratings. */
@NullMarked
package org.linli.casework.running;

import org.jspecify.annotations.NullMarked;
