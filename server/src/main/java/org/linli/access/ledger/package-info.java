/**
 * Ledger (台账): lines written once that say who did or saw what, each with a seal of its own content and chained in the
 * order they were committed, so that a line altered, removed, inserted or moved behind the program's back is found and
 * named. A line is written in the transaction of what it tells of; a background keeper chains it moments later, so that
 * acts never wait for one another. The audit trail and the disclosure ledger are two of them.
 */
@NamedInterface("ledger")
@NullMarked
package org.linli.access.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
