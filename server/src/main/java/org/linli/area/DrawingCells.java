package org.linli.area;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.linli.area.CellRows.Act;
import org.linli.shared.DivisionCode;
import org.linli.shared.DivisionCode.Level;
import org.linli.shared.Ids;
import org.linli.shared.Point;
import org.linli.shared.Refusal;
import org.locationtech.jts.geom.Geometry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Redraws cells in the database; the picture in memory follows when the transaction has ended. */
@Service
class DrawingCells implements GridCells {

    private final CellRows rows;
    private final CellNumbers numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DrawingCells(CellRows rows, CellNumbers numbers, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    /** The cells of a community as they are, held until the transaction ends. */
    private record Sheet(DivisionCode community, Geometry whole, Map<DivisionCode, Geometry> cells) {

        Tiling ground(List<DivisionCode> named) {
            var around = new TreeMap<>(cells);
            named.forEach(around::remove);
            return new Tiling(CellGeometry.union(named.stream().map(this::cell).toList()), whole, around);
        }

        Geometry cell(DivisionCode code) {
            return Optional.ofNullable(cells.get(code))
                    .orElseThrow(() -> Refusal.because(AreaReason.UNKNOWN_CELL, code.value()));
        }
    }

    @Override
    @Transactional
    public Redrawn redraw(Draughtsman by, List<Drawn> cells) {
        var named = cells.stream().flatMap(cell -> cell.code().stream()).toList();
        var sheet = open(named);
        var outlines = sheet.ground(named)
                .filled(cells.stream()
                        .map(cell -> CellGeometry.of(cell.rings()))
                        .toList());
        return draw(by, Act.REDRAW, sheet, cells, outlines);
    }

    @Override
    @Transactional
    public Redrawn cut(Draughtsman by, DivisionCode cell, List<Point> line) {
        var sheet = open(List.of(cell));
        var outlines = sheet.ground(List.of(cell)).cut(CellGeometry.line(line));
        return draw(by, Act.SPLIT, sheet, keeping(cell, 0, outlines.size(), List.of()), outlines);
    }

    @Override
    @Transactional
    public Redrawn split(Draughtsman by, DivisionCode cell, List<Drawn> parts) {
        var sheet = open(List.of(cell));
        if (parts.size() < 2
                || parts.stream().flatMap(part -> part.code().stream()).anyMatch(code -> !code.equals(cell))) {
            throw Refusal.ofField("parts", AreaReason.PARTS_MISSING);
        }
        var drawn = parts.stream().map(part -> CellGeometry.of(part.rings())).toList();
        var outlines = sheet.ground(List.of(cell)).filled(drawn);
        var largest = outlines.indexOf(
                outlines.stream().max(Comparator.comparingDouble(Outline::area)).orElseThrow());
        var named = parts.stream().anyMatch(part -> part.code().isPresent());
        return draw(by, Act.SPLIT, sheet, named ? parts : keeping(cell, largest, parts.size(), parts), outlines);
    }

    @Override
    @Transactional
    public Redrawn merge(Draughtsman by, DivisionCode into, List<DivisionCode> others) {
        var named = Stream.concat(Stream.of(into), others.stream()).toList();
        var sheet = open(named);
        if (others.isEmpty()) {
            throw Refusal.ofField("others", AreaReason.PARTS_MISSING);
        }
        var joined = sheet.ground(named).joined(named.stream().map(sheet::cell).toList());
        return draw(by, Act.MERGE, sheet, into, joined, others);
    }

    @Override
    @Transactional
    public Redrawn retire(Draughtsman by, DivisionCode cell) {
        var sheet = open(List.of(cell));
        var own = sheet.cell(cell);
        var heir = sheet.cells().entrySet().stream()
                .filter(other -> !other.getKey().equals(cell) && Tiling.edge(own, other.getValue()) > 0)
                .max(Comparator.comparingDouble(other -> Tiling.edge(own, other.getValue())))
                .orElseThrow(() -> Refusal.because(AreaReason.LAST_CELL))
                .getKey();
        var named = List.of(heir, cell);
        var joined = sheet.ground(named).joined(List.of(sheet.cell(heir), own));
        return draw(by, Act.RETIRE, sheet, heir, joined, List.of(cell));
    }

    @Override
    @Transactional(readOnly = true)
    public Function<Point, Optional<DivisionCode>> within(DivisionCode community) {
        var cells = rows.cells(community);
        return point -> cells.entrySet().stream()
                .filter(cell -> cell.getValue().contains(point.lon(), point.lat()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Refuses codes of two communities, one code twice, and cells that there are not. */
    private Sheet open(List<DivisionCode> named) {
        if (named.isEmpty()) {
            throw Refusal.ofField("cells", AreaReason.PARTS_MISSING);
        }
        named.stream()
                .filter(code -> code.level() != Level.GRID_CELL)
                .findFirst()
                .ifPresent(code -> {
                    throw Refusal.because(AreaReason.UNKNOWN_CELL, code.value());
                });
        var community = named.getFirst().upTo(Level.COMMUNITY);
        if (new HashSet<>(named).size() < named.size() || !named.stream().allMatch(community::covers)) {
            throw Refusal.ofField("cells", AreaReason.CELLS_OF_TWO_COMMUNITIES);
        }
        rows.raiseVersion();
        var whole = rows.community(community)
                .orElseThrow(() -> Refusal.because(AreaReason.UNKNOWN_DIVISION, community.value()));
        var cells = new TreeMap<DivisionCode, Geometry>();
        rows.cells(community).forEach((code, outline) -> cells.put(code, CellGeometry.of(outline)));
        var sheet = new Sheet(community, CellGeometry.of(whole), cells);
        named.forEach(sheet::cell);
        return sheet;
    }

    private Redrawn draw(Draughtsman by, Act act, Sheet sheet, List<Drawn> cells, List<Outline> outlines) {
        var drawn = new LinkedHashMap<DivisionCode, Outline>();
        var created = new ArrayList<DivisionCode>();
        var free = numbers.of(sheet.community());
        for (var n = 0; n < cells.size(); n++) {
            var cell = cells.get(n);
            var code = cell.code().orElseGet(() -> free.next(cell.dedicated()));
            drawn.put(code, outlines.get(n));
            if (cell.code().isEmpty()) {
                created.add(code);
            }
        }
        var kept =
                drawn.keySet().stream().filter(code -> !created.contains(code)).toList();
        return done(by, act, new Redrawn(Ids.next(), sheet.community(), kept, created, List.of()), drawn);
    }

    private Redrawn draw(
            Draughtsman by, Act act, Sheet sheet, DivisionCode kept, Outline outline, List<DivisionCode> retired) {
        var redrawn = new Redrawn(Ids.next(), sheet.community(), List.of(kept), List.of(), retired);
        return done(by, act, redrawn, Map.of(kept, outline));
    }

    private Redrawn done(Draughtsman by, Act act, Redrawn redrawn, Map<DivisionCode, Outline> drawn) {
        var now = clock.instant();
        rows.add(redrawn, act, by, Timestamp.from(now));
        drawn.forEach(rows::draw);
        rows.retire(redrawn.retired(), Timestamp.from(now));
        events.publishEvent(new CellsRedrawn(
                redrawn.id(), by.posting(), redrawn.community(), redrawn.created(), redrawn.retired(), now));
        return redrawn;
    }

    /** Parts of which one keeps the code. */
    private static List<Drawn> keeping(DivisionCode cell, int keeper, int parts, List<Drawn> drawn) {
        var named = new ArrayList<Drawn>();
        for (var part = 0; part < parts; part++) {
            var code = part == keeper ? Optional.of(cell) : Optional.<DivisionCode>empty();
            named.add(new Drawn(code, !drawn.isEmpty() && drawn.get(part).dedicated(), List.of()));
        }
        return named;
    }
}
