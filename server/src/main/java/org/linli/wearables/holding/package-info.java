/** What is held of people who wear a device, and how long. */
@NullMarked
package org.linli.wearables.holding;

import org.jspecify.annotations.NullMarked;
