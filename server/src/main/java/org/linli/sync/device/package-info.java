/** Phones (移动终端): registered, called, revoked, wiped. */
@NullMarked
package org.linli.sync.device;

import org.jspecify.annotations.NullMarked;
