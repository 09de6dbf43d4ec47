/**
 * Stand-ins for what a real district is connected to: the departments at the far end of the dedicated lines, an SMS
 * gateway, and the MQTT broker that sensors in homes publish to. They speak the written wire formats and share no code with the server, so that a message both sides accept
 * has been checked by two implementations. They are for demonstrations and tests and say so on every page.
 */
@NullMarked
package org.linli.standin;

import org.jspecify.annotations.NullMarked;
