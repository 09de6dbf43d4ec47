/**
 * Sealed chain (防篡改链): a ledger whose rows carry a seal of their own content and are chained in the order they were
 * committed, so that a row altered, removed, inserted or moved behind the program's back is found and named. Rows are
 * written in the transaction of the act they tell of; a background keeper chains them moments later, so that acts never
 * wait for one another. The audit trail and the disclosure ledger are such chains.
 */
@NamedInterface("chain")
@NullMarked
package org.linli.access.chain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
