package org.linli.wearables.zone;

import java.util.Arrays;
import java.util.List;
import org.linli.shared.Point;

/**
 * The ground a zone covers, ready to be asked about many fixes. Distances are those of a flat map around the zone, in
 * metres: within half a per cent of the globe's for a zone of 50 km, which is much less than what a watch is off by.
 */
public final class ZoneGround {

    /** Of a sphere as large as the Earth. */
    private static final double METRES_PER_DEGREE = 111_195;

    /** A good fix is off by 4 to 10 m; by three times that hardly ever. */
    private static final double WIDEST_MARGIN = 30;

    private final Point origin;
    private final double perLon;
    private final double[] xs;
    private final double[] ys;
    private final double radius;
    private final double margin;
    private final double west;
    private final double east;
    private final double south;
    private final double north;

    private ZoneGround(Point origin, List<Point> corners, double radius) {
        this.origin = origin;
        this.perLon = METRES_PER_DEGREE * Math.cos(Math.toRadians(origin.lat()));
        this.xs = corners.stream().mapToDouble(corner -> x(corner.lon())).toArray();
        this.ys = corners.stream().mapToDouble(corner -> y(corner.lat())).toArray();
        this.radius = corners.isEmpty() ? radius : Math.sqrt(area(xs, ys) / Math.PI);
        this.margin = Math.min(WIDEST_MARGIN, this.radius / 3);
        this.west = corners.isEmpty() ? -radius : least(xs);
        this.east = corners.isEmpty() ? radius : most(xs);
        this.south = corners.isEmpty() ? -radius : least(ys);
        this.north = corners.isEmpty() ? radius : most(ys);
    }

    /** @param radius in metres */
    static ZoneGround around(Point centre, double radius) {
        return new ZoneGround(centre, List.of(), radius);
    }

    /** @param corners at least three; no edge crosses another */
    static ZoneGround within(List<Point> corners) {
        return new ZoneGround(corners.getFirst(), corners, 0);
    }

    /** How far beyond the edge somebody has left: 30 m, or a third of the radius of a smaller zone. */
    double margin() {
        return margin;
    }

    /** In metres: of a circle of the same area. */
    double radius() {
        return radius;
    }

    /** In metres: from one side to the other, the longer way. */
    double extent() {
        return Math.max(east - west, north - south);
    }

    /**
     * How far inside the edge a place is, in metres; negative outside, and minus infinity beyond the margin around the
     * whole.
     */
    double depth(double lon, double lat) {
        var x = x(lon);
        var y = y(lat);
        if (x < west - margin || x > east + margin || y < south - margin || y > north + margin) {
            return Double.NEGATIVE_INFINITY;
        }
        return xs.length == 0 ? radius - Math.sqrt(x * x + y * y) : depthInRing(x, y);
    }

    private double depthInRing(double x, double y) {
        var inside = false;
        var nearest = Double.POSITIVE_INFINITY;
        for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
            if (ys[i] > y != ys[j] > y && x < xs[i] + (y - ys[i]) / (ys[j] - ys[i]) * (xs[j] - xs[i])) {
                inside = !inside;
            }
            nearest = Math.min(nearest, squareToEdge(x, y, i, j));
        }
        return inside ? Math.sqrt(nearest) : -Math.sqrt(nearest);
    }

    private double squareToEdge(double x, double y, int from, int to) {
        var alongX = xs[to] - xs[from];
        var alongY = ys[to] - ys[from];
        var square = alongX * alongX + alongY * alongY;
        var share = square == 0 ? 0 : ((x - xs[from]) * alongX + (y - ys[from]) * alongY) / square;
        var clamped = Math.clamp(share, 0.0, 1.0);
        var awayX = x - xs[from] - clamped * alongX;
        var awayY = y - ys[from] - clamped * alongY;
        return awayX * awayX + awayY * awayY;
    }

    private double x(double lon) {
        return (lon - origin.lon()) * perLon;
    }

    private double y(double lat) {
        return (lat - origin.lat()) * METRES_PER_DEGREE;
    }

    private static double area(double[] xs, double[] ys) {
        var twice = 0.0;
        for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
            twice += xs[j] * ys[i] - xs[i] * ys[j];
        }
        return Math.abs(twice) / 2;
    }

    private static double least(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private static double most(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}
