/** Tells phones that are online that something changed in a scope (变更提示), so that they need not ask all the time. */
@NullMarked
package org.linli.sync.hint;

import org.jspecify.annotations.NullMarked;
