/**
 * Lines of devices (设备接入): listens at a port for each protocol, cares for the connections, and hands over what is said.
 * A protocol is one class that turns bytes into messages and orders into frames; it knows no socket and no clock.
 */
@NullMarked
package org.linli.wearables.line;

import org.jspecify.annotations.NullMarked;
