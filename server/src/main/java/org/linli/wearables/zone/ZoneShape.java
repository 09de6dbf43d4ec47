package org.linli.wearables.zone;

import java.util.List;
import org.linli.shared.Point;

/** What was drawn on the map. */
sealed interface ZoneShape {

    /** @param radius in metres */
    record Circle(Point centre, double radius) implements ZoneShape {}

    /** A ring that need not be convex; the first corner is not repeated at the end. */
    record Polygon(List<Point> corners) implements ZoneShape {

        public Polygon {
            corners = List.copyOf(corners);
        }
    }

    /** Made ready for watching. */
    default ZoneGround ground() {
        return switch (this) {
            case Circle(var centre, var radius) -> ZoneGround.around(centre, radius);
            case Polygon(var corners) -> ZoneGround.within(corners);
        };
    }
}
