/** The devices the district handed out: who wears which, where, and what they agreed to. */
@NullMarked
package org.linli.wearables.device;

import org.jspecify.annotations.NullMarked;
