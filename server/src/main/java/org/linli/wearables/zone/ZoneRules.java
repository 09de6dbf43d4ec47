package org.linli.wearables.zone;

import java.util.List;
import org.linli.shared.Point;
import org.linli.shared.Refusal;
import org.linli.wearables.WearablesReason;
import org.linli.wearables.zone.ZoneShape.Circle;
import org.linli.wearables.zone.ZoneShape.Polygon;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.valid.IsValidOp;

/** What can be watched at all: neither smaller than a watch is off by, nor a tangle, nor half a province. */
final class ZoneRules {

    static final double LEAST_RADIUS = 30;
    static final double MOST_RADIUS = 5_000;

    private static final int LEAST_CORNERS = 3;
    private static final int MOST_CORNERS = 100;
    private static final double MOST_EXTENT = 50_000;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private ZoneRules() {}

    static void check(Zone zone) {
        if (!zone.leaving() && !zone.entering()) {
            throw Refusal.ofField("leaving", WearablesReason.ZONE_RAISES_NOTHING);
        }
        switch (zone.shape()) {
            case Circle circle -> check(circle);
            case Polygon polygon -> check(polygon);
        }
    }

    private static void check(Circle circle) {
        if (!(circle.radius() >= LEAST_RADIUS && circle.radius() <= MOST_RADIUS)) {
            throw Refusal.ofField("radius", WearablesReason.ZONE_RADIUS, (int) LEAST_RADIUS, (int) MOST_RADIUS);
        }
    }

    private static void check(Polygon polygon) {
        var corners = polygon.corners();
        if (corners.size() < LEAST_CORNERS || corners.size() > MOST_CORNERS) {
            throw Refusal.ofField("corners", WearablesReason.ZONE_CORNERS, LEAST_CORNERS, MOST_CORNERS);
        }
        if (!isRing(corners)) {
            throw Refusal.ofField("corners", WearablesReason.ZONE_CROSSES_ITSELF);
        }
        var ground = polygon.ground();
        if (ground.extent() > MOST_EXTENT) {
            throw Refusal.ofField("corners", WearablesReason.ZONE_TOO_LARGE, (int) MOST_EXTENT / 1000);
        }
        if (ground.radius() < LEAST_RADIUS) {
            throw Refusal.ofField("corners", WearablesReason.ZONE_TOO_SMALL);
        }
    }

    private static boolean isRing(List<Point> corners) {
        var closed = new Coordinate[corners.size() + 1];
        for (var n = 0; n < closed.length; n++) {
            var corner = corners.get(n % corners.size());
            closed[n] = new Coordinate(corner.lon(), corner.lat());
        }
        return IsValidOp.isValid(FACTORY.createPolygon(closed));
    }
}
