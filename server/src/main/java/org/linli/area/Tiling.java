package org.linli.area;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.linli.shared.DivisionCode;
import org.linli.shared.Refusal;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The ground of some cells that is drawn anew, and the cells around it that stay.
 *
 * @param ground what the parts have to fill
 * @param around the other cells of the community
 */
record Tiling(Geometry ground, Geometry community, Map<DivisionCode, Geometry> around) {

    /** In square metres; smaller than any yard. */
    private static final double SMALLEST = 200;

    /** The parts as they were drawn, put onto each other's edges so that they fill the ground exactly. */
    List<Outline> filled(List<Geometry> drawn) {
        for (var part = 0; part < drawn.size(); part++) {
            requireInside(drawn.get(part));
            for (var other = 0; other < part; other++) {
                if (CellGeometry.thick(CellGeometry.common(drawn.get(part), drawn.get(other)))
                        .isPresent()) {
                    throw Refusal.ofField("cells", AreaReason.CELLS_OVERLAP, other + 1, part + 1);
                }
            }
        }
        CellGeometry.thick(CellGeometry.minus(ground, CellGeometry.union(drawn)))
                .ifPresent(hole -> {
                    throw Refusal.ofField(
                            "cells",
                            AreaReason.HOLE_LEFT,
                            OutlineText.rounded(hole.lon()),
                            OutlineText.rounded(hole.lat()));
                });
        return outlines(exact(drawn));
    }

    /** The parts that a line cuts the ground into, the largest first. */
    List<Outline> cut(LineString line) {
        var pieces = new ArrayList<Geometry>();
        var uncut = new ArrayList<Polygon>();
        for (var polygon : CellGeometry.polygons(ground)) {
            var parts = pieces(polygon, line);
            if (parts.size() > 1) {
                pieces.addAll(parts);
            } else {
                uncut.add(polygon);
            }
        }
        if (pieces.isEmpty()) {
            throw Refusal.ofField("line", AreaReason.LINE_DOES_NOT_CUT);
        }
        uncut.forEach(polygon -> give(pieces, polygon));
        pieces.sort(Comparator.comparingDouble(Geometry::getArea).reversed());
        return outlines(pieces);
    }

    /** The ground as one cell; refuses ground that does not hang together. */
    Outline joined(List<Geometry> cells) {
        var reached = new ArrayList<>(List.of(cells.getFirst()));
        var rest = new ArrayList<>(cells.subList(1, cells.size()));
        while (!rest.isEmpty()) {
            var next = rest.stream()
                    .filter(cell -> reached.stream().anyMatch(other -> edge(cell, other) > 0))
                    .findFirst()
                    .orElseThrow(() -> Refusal.ofField("others", AreaReason.NOT_ADJOINING));
            rest.remove(next);
            reached.add(next);
        }
        return CellGeometry.outline(ground);
    }

    /** Length of the edge that two cells have in common, in degrees. */
    static double edge(Geometry one, Geometry other) {
        return one.getBoundary().intersection(other.buffer(1e-7)).getLength() - 4e-7;
    }

    private void requireInside(Geometry part) {
        var beside = CellGeometry.minus(part, ground);
        if (CellGeometry.thick(beside).isEmpty()) {
            return;
        }
        around.forEach((code, cell) -> {
            if (CellGeometry.thick(CellGeometry.common(beside, cell)).isPresent()) {
                throw Refusal.ofField(
                        "cells", AreaReason.OVERLAPS_CELL, code.value().substring(12));
            }
        });
        throw Refusal.ofField("cells", AreaReason.OUTSIDE_COMMUNITY);
    }

    private List<Geometry> exact(List<Geometry> drawn) {
        var parts = new ArrayList<Geometry>();
        var rest = ground;
        for (var part : drawn) {
            parts.add(CellGeometry.common(part, rest));
            rest = CellGeometry.minus(rest, part);
        }
        CellGeometry.polygons(rest).forEach(sliver -> give(parts, sliver));
        return parts;
    }

    /** To the part it lies along, or the nearest. */
    private static void give(List<Geometry> parts, Polygon piece) {
        var best = 0;
        for (var part = 1; part < parts.size(); part++) {
            var nearer = piece.distance(parts.get(part)) < piece.distance(parts.get(best));
            var longer = edge(piece, parts.get(part)) > edge(piece, parts.get(best));
            if (nearer || longer && piece.distance(parts.get(part)) <= piece.distance(parts.get(best))) {
                best = part;
            }
        }
        parts.set(best, CellGeometry.union(List.of(parts.get(best), piece)));
    }

    private static List<Geometry> pieces(Polygon polygon, LineString line) {
        var polygonizer = new Polygonizer();
        polygonizer.add(polygon.getBoundary().union(line));
        List<?> found = List.copyOf(polygonizer.getPolygons());
        return found.stream()
                .map(Geometry.class::cast)
                .filter(piece -> polygon.contains(piece.getInteriorPoint()))
                .toList();
    }

    private static List<Outline> outlines(List<Geometry> parts) {
        return parts.stream()
                .map(part -> {
                    var outline = CellGeometry.outline(part);
                    if (outline.rings().isEmpty() || outline.squareMetres() < SMALLEST) {
                        throw Refusal.ofField("cells", AreaReason.CELL_TOO_SMALL, (int) SMALLEST);
                    }
                    return outline;
                })
                .toList();
    }
}
