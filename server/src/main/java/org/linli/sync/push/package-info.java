/** What phones send (上行同步): every change gets one final result, in the transaction that applies it. */
@NullMarked
package org.linli.sync.push;

import org.jspecify.annotations.NullMarked;
