package org.linli.wearables;

import org.linli.access.Acting;
import org.linli.shared.Point;
import org.linli.shared.Refusal;

/** Draws safe zones (安全区) for whoever wears a device and agreed that it says where they are. */
public interface SafeZones {

    /**
     * A circle that raises an alarm when it is left.
     *
     * @param name what the alarm says
     * @param radius in metres, 30 to 5,000
     * @return its identifier
     * @throws Refusal without that consent, or for a circle that is none
     */
    int drawCircle(Acting by, int device, String name, Point centre, double radius);
}
