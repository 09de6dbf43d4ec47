package org.linli.registry.cell;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.area.GridCells;
import org.linli.registry.Because;
import org.linli.registry.CellMoves;
import org.linli.registry.DwellingId;
import org.linli.registry.People;
import org.linli.registry.RegistryReason;
import org.linli.registry.change.Change;
import org.linli.registry.change.Changes;
import org.linli.registry.dwelling.Dwellings;
import org.linli.shared.DivisionCode;
import org.linli.shared.DivisionCode.Level;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves dwellings with everybody in them between cells. */
@Service
class MovingCells implements CellMoves {

    private final CellMoveRows rows;
    private final Changes changes;
    private final Areas areas;
    private final GridCells cells;
    private final AuditTrail audit;

    MovingCells(CellMoveRows rows, Changes changes, Areas areas, GridCells cells, AuditTrail audit) {
        this.rows = rows;
        this.changes = changes;
        this.areas = areas;
        this.cells = cells;
        this.audit = audit;
    }

    @Override
    @Transactional
    public Moved move(Acting by, Collection<DwellingId> dwellings, DivisionCode to, Because because) {
        requireCell(by, to);
        var ids = dwellings.stream().map(DwellingId::value).distinct().toList();
        var from = rows.lock(ids);
        if (from.size() < ids.size()) {
            throw Refusal.ofField("dwellings", RegistryReason.UNKNOWN_DWELLING);
        }
        from.values().forEach(division -> requireSameCommunity(division, to));
        return moved(by, ids, to, changes.begin(by, because));
    }

    @Override
    @Transactional
    public Moved moveAll(Acting by, DivisionCode from, DivisionCode to, Because because) {
        by.require(Dwellings.WRITE, from);
        requireCell(by, to);
        requireSameCommunity(from, to);
        if (from.equals(to)) {
            return new Moved(0, 0, 0);
        }
        var change = changes.begin(by, because);
        var inDwellings = moved(by, List.copyOf(rows.lockAll(Set.of(from)).keySet()), to, change);
        return inDwellings.plus(rows.moveRest(from, to, change));
    }

    @Override
    @Transactional
    public Moved followOutlines(Acting by, Set<DivisionCode> drawn, Because because) {
        var moves = new LinkedHashMap<DivisionCode, List<UUID>>();
        drawn.stream()
                .collect(Collectors.groupingBy(cell -> cell.upTo(Level.COMMUNITY)))
                .forEach((community, inIt) -> {
                    by.require(Dwellings.WRITE, community);
                    moves.putAll(moves(community, Set.copyOf(inIt)));
                });
        if (moves.isEmpty()) {
            return new Moved(0, 0, 0);
        }
        var change = changes.begin(by, because);
        return moves.entrySet().stream()
                .map(move -> moved(by, move.getValue(), move.getKey(), change))
                .reduce(new Moved(0, 0, 0), Moved::plus);
    }

    /** The dwellings that lie in another cell than they count in, by that cell. */
    private Map<DivisionCode, List<UUID>> moves(DivisionCode community, Set<DivisionCode> drawn) {
        var lying = cells.within(community);
        rows.lockAll(drawn);
        return rows.placed(drawn).stream()
                .flatMap(dwelling -> lying
                        .apply(dwelling.at())
                        .filter(cell -> !cell.equals(dwelling.division()))
                        .map(cell -> Map.entry(cell, dwelling.id()))
                        .stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Moved moved(Acting by, List<UUID> dwellings, DivisionCode to, Change change) {
        if (dwellings.isEmpty()) {
            return new Moved(0, 0, 0);
        }
        var moved = rows.move(dwellings, to, change);
        audit.note(
                by,
                "registry.cell.move",
                "division:" + to,
                Map.of(
                        "dwellings", Integer.toString(moved.dwellings()),
                        "households", Integer.toString(moved.households()),
                        "people", Integer.toString(moved.people())));
        return moved;
    }

    private void requireCell(Acting by, DivisionCode cell) {
        by.require(Dwellings.WRITE, cell);
        by.require(People.WRITE, cell);
        if (cell.level() != Level.GRID_CELL) {
            throw Refusal.ofField("to", RegistryReason.NO_GRID_CELL, cell.value());
        }
        areas.requireDivision(cell);
    }

    private static void requireSameCommunity(DivisionCode from, DivisionCode to) {
        if (!to.upTo(Level.COMMUNITY).covers(from)) {
            throw Refusal.ofField("to", RegistryReason.OUTSIDE_COMMUNITY, to.value());
        }
    }
}
