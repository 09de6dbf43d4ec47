package org.linli.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.shared.DivisionCode;
import org.linli.shared.DivisionCode.Level;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Service;

/** Lays the cells of each community onto it; a community is laid again only when one of its outlines is another. */
@Service
class CheckingCover implements CellCover {

    private static final double SQUARE = 111_320d * 111_320d;

    private final LoadedAreas areas;
    private final Map<DivisionCode, Laid> laid = new ConcurrentHashMap<>();

    CheckingCover(LoadedAreas areas) {
        this.areas = areas;
    }

    /** What came of a community, and the outlines it came of. */
    record Laid(Outline community, List<Outline> cells, List<Hole> holes, List<Overlap> overlaps) {

        boolean isOf(Outline whole, List<Outline> parts) {
            return community == whole && cells.equals(parts);
        }
    }

    @Override
    public List<Hole> holes(DivisionCode area) {
        return laid(area).stream().flatMap(each -> each.holes().stream()).toList();
    }

    @Override
    public List<Overlap> overlaps(DivisionCode area) {
        return laid(area).stream()
                .flatMap(each -> each.overlaps().stream())
                .filter(overlap -> area.covers(overlap.one()) || area.covers(overlap.other()))
                .toList();
    }

    private List<Laid> laid(DivisionCode area) {
        var outlines = areas.outlines();
        var community = area.upTo(Level.COMMUNITY);
        return outlines.inside(community, Level.COMMUNITY).entrySet().stream()
                .map(each -> laid(each.getKey(), each.getValue(), outlines.inside(each.getKey(), Level.GRID_CELL)))
                .toList();
    }

    private Laid laid(DivisionCode code, Outline whole, SortedMap<DivisionCode, Outline> cells) {
        var parts = List.copyOf(cells.values());
        return laid.compute(
                code, (key, before) -> before != null && before.isOf(whole, parts) ? before : lay(code, whole, cells));
    }

    static Laid lay(DivisionCode code, Outline whole, SortedMap<DivisionCode, Outline> cells) {
        var drawn = new TreeMap<DivisionCode, Geometry>();
        cells.forEach((cell, outline) -> drawn.put(cell, CellGeometry.of(outline)));
        var holes = new ArrayList<Hole>();
        var uncovered = CellGeometry.minus(CellGeometry.of(whole), CellGeometry.union(List.copyOf(drawn.values())));
        for (var piece : CellGeometry.polygons(uncovered)) {
            CellGeometry.thick(piece).ifPresent(at -> holes.add(new Hole(code, squareMetres(piece), at)));
        }
        return new Laid(whole, List.copyOf(cells.values()), holes, overlaps(drawn));
    }

    private static List<Overlap> overlaps(TreeMap<DivisionCode, Geometry> drawn) {
        var overlaps = new ArrayList<Overlap>();
        drawn.forEach((code, cell) -> drawn.tailMap(code, false).forEach((other, beside) -> {
            if (cell.getEnvelopeInternal().intersects(beside.getEnvelopeInternal())) {
                var common = CellGeometry.common(cell, beside);
                CellGeometry.thick(common)
                        .ifPresent(at -> overlaps.add(new Overlap(code, other, squareMetres(common), at)));
            }
        }));
        return overlaps;
    }

    private static int squareMetres(Geometry geometry) {
        var squeeze = Math.cos(Math.toRadians(geometry.getEnvelopeInternal().centre().y));
        return (int) Math.round(geometry.getArea() * SQUARE * squeeze);
    }
}
