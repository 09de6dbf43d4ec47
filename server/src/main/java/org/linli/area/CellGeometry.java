package org.linli.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.shared.Point;
import org.linli.shared.Refusal;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Outlines as geometries that can be joined and taken from each other, in degrees. */
final class CellGeometry {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double METRES_PER_DEGREE = 111_320;

    /** Half of what is still taken for the same edge drawn twice. */
    private static final double HALF_A_METRE = 0.5;

    private CellGeometry() {}

    static Geometry of(Outline outline) {
        return union(outline.rings().stream()
                .map(CellGeometry::corners)
                .<Geometry>map(FACTORY::createPolygon)
                .toList());
    }

    /** Refuses lines that enclose nothing or cross themselves. */
    static Geometry of(List<List<Point>> rings) {
        if (rings.isEmpty()) {
            throw Refusal.ofField("rings", AreaReason.OUTLINE_TOO_SHORT);
        }
        return union(rings.stream().<Geometry>map(CellGeometry::polygon).toList());
    }

    static LineString line(List<Point> line) {
        if (line.size() < 2) {
            throw Refusal.ofField("line", AreaReason.LINE_DOES_NOT_CUT);
        }
        return FACTORY.createLineString(line.stream().map(CellGeometry::corner).toArray(Coordinate[]::new));
    }

    /** The polygons without holes, because an outline has none: where there is one, the polygon is cut through it. */
    static Outline outline(Geometry geometry) {
        var rings = new ArrayList<double[]>();
        for (var polygon : polygons(geometry)) {
            withoutHoles(polygon).forEach(whole -> rings.add(ring(whole)));
        }
        return new Outline(rings);
    }

    static Geometry union(List<? extends Geometry> parts) {
        return parts.isEmpty()
                ? FACTORY.createPolygon()
                : OverlayNGRobust.union(FACTORY.buildGeometry(new ArrayList<Geometry>(parts)));
    }

    static Geometry minus(Geometry from, Geometry what) {
        return areal(OverlayNGRobust.overlay(from, what, OverlayNG.DIFFERENCE));
    }

    static Geometry common(Geometry one, Geometry other) {
        return areal(OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION));
    }

    /** The middle of the thickest part, if there is one wider than what comes from drawing one edge twice. */
    static Optional<Point> thick(Geometry geometry) {
        if (geometry.isEmpty()) {
            return Optional.empty();
        }
        var squeeze = Math.cos(Math.toRadians(geometry.getEnvelopeInternal().centre().y));
        var onTheGround = AffineTransformation.scaleInstance(METRES_PER_DEGREE * squeeze, METRES_PER_DEGREE)
                .transform(geometry);
        var inner = onTheGround.buffer(-HALF_A_METRE);
        if (inner.isEmpty()) {
            return Optional.empty();
        }
        var at = inner.getInteriorPoint();
        return Optional.of(new Point(at.getX() / (METRES_PER_DEGREE * squeeze), at.getY() / METRES_PER_DEGREE));
    }

    static List<Polygon> polygons(Geometry geometry) {
        List<?> found = PolygonExtracter.getPolygons(geometry);
        return found.stream()
                .map(Polygon.class::cast)
                .filter(polygon -> polygon.getArea() > 0)
                .toList();
    }

    private static Geometry areal(Geometry mixed) {
        return FACTORY.buildGeometry(new ArrayList<Geometry>(polygons(mixed)));
    }

    private static List<Polygon> withoutHoles(Polygon polygon) {
        if (polygon.getNumInteriorRing() == 0) {
            return List.of(polygon);
        }
        var box = polygon.getEnvelopeInternal();
        var through = polygon.getInteriorRingN(0).getEnvelopeInternal().centre().x;
        var west = FACTORY.toGeometry(new Envelope(box.getMinX(), through, box.getMinY(), box.getMaxY()));
        var east = FACTORY.toGeometry(new Envelope(through, box.getMaxX(), box.getMinY(), box.getMaxY()));
        var whole = new ArrayList<Polygon>();
        for (var half : List.of(common(polygon, west), common(polygon, east))) {
            polygons(half).forEach(part -> whole.addAll(withoutHoles(part)));
        }
        return whole;
    }

    private static Polygon polygon(List<Point> ring) {
        var corners = new ArrayList<>(ring.stream().map(CellGeometry::corner).toList());
        if (!corners.isEmpty() && !corners.getFirst().equals2D(corners.getLast())) {
            corners.add(corners.getFirst().copy());
        }
        if (corners.size() < 4) {
            throw Refusal.ofField("rings", AreaReason.OUTLINE_TOO_SHORT);
        }
        var polygon = FACTORY.createPolygon(corners.toArray(Coordinate[]::new));
        if (!polygon.isValid()) {
            throw Refusal.ofField("rings", AreaReason.OUTLINE_CROSSES_ITSELF);
        }
        return polygon;
    }

    private static Coordinate corner(Point point) {
        return new Coordinate(point.lon(), point.lat());
    }

    private static Coordinate[] corners(double[] ring) {
        var corners = new Coordinate[ring.length / 2 + 1];
        for (var i = 0; i < corners.length; i++) {
            corners[i] = new Coordinate(ring[2 * i % ring.length], ring[2 * i % ring.length + 1]);
        }
        return corners;
    }

    private static double[] ring(Polygon polygon) {
        var corners = polygon.getExteriorRing().getCoordinates();
        var ring = new double[2 * (corners.length - 1)];
        for (var i = 0; i < ring.length; i += 2) {
            ring[i] = corners[i / 2].x;
            ring[i + 1] = corners[i / 2].y;
        }
        return ring;
    }
}
