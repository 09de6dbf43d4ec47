/**
 * Where devices were and what they measured, for whoever may look and only while the wearer agrees. Each look is noted in the
 * disclosure ledger.
 */
@NullMarked
package org.linli.wearables.history;

import org.jspecify.annotations.NullMarked;
