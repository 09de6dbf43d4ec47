package org.linli.area;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.linli.shared.DivisionCode;
import org.linli.shared.DivisionCode.Level;
import org.linli.shared.Point;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** All outlines in memory, with a tree over the cells that finds the one a point lies in. */
final class Outlines {

    private final SortedMap<DivisionCode, Outline> byCode = new TreeMap<>();
    private final STRtree cells = new STRtree();

    Outlines(List<AreaQueries.Drawn> drawn) {
        for (var each : drawn) {
            byCode.put(each.code(), each.outline());
            if (each.code().level() == Level.GRID_CELL) {
                cells.insert(envelope(each.outline()), each);
            }
        }
        cells.build();
    }

    /** The cell, else the smallest division; empty outside the district. */
    Optional<DivisionCode> locate(Point point) {
        for (var candidate : cells.query(new Envelope(point.lon(), point.lon(), point.lat(), point.lat()))) {
            var cell = (AreaQueries.Drawn) candidate;
            if (cell.outline().contains(point.lon(), point.lat())) {
                return Optional.of(cell.code());
            }
        }
        return byCode.entrySet().stream()
                .filter(entry -> entry.getKey().level() != Level.GRID_CELL)
                .filter(entry -> entry.getValue().contains(point.lon(), point.lat()))
                .map(java.util.Map.Entry::getKey)
                .reduce((larger, smaller) -> smaller.level().compareTo(larger.level()) > 0 ? smaller : larger);
    }

    Optional<Outline> of(DivisionCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** What is drawn at a level inside a division, in the order of the codes. */
    SortedMap<DivisionCode, Outline> inside(DivisionCode whole, Level level) {
        var found = new TreeMap<DivisionCode, Outline>();
        byCode.forEach((code, outline) -> {
            if (code.level() == level && whole.covers(code)) {
                found.put(code, outline);
            }
        });
        return found;
    }

    private static Envelope envelope(Outline outline) {
        return new Envelope(
                outline.min(Outline.Axis.LON),
                outline.max(Outline.Axis.LON),
                outline.min(Outline.Axis.LAT),
                outline.max(Outline.Axis.LAT));
    }
}
