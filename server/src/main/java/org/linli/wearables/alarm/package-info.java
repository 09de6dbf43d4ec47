/** Alarms of devices: raised once, counted when repeated, claimed by one person, closed with what came of it. */
@NullMarked
package org.linli.wearables.alarm;

import org.jspecify.annotations.NullMarked;
