/**
 * Orders to devices (下行指令): kept until the device is connected, sent, and answered by it. What they say is sealed, and
 * forgotten when they are over.
 */
@NullMarked
package org.linli.wearables.command;

import org.jspecify.annotations.NullMarked;
