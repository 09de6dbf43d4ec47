/**
 * Safe zones (安全区): where somebody who wears a device is to be, or is to keep away from, and when they leave or enter.
 * Following a fix is a pure function; the gateway reads zones with it, and writes only what changed.
 */
@NullMarked
package org.linli.wearables.zone;

import org.jspecify.annotations.NullMarked;
