package org.linli.grid.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.area.CellCover;
import org.linli.grid.GridSettings;
import org.linli.grid.GridWords;
import org.linli.registry.Inventory;
import org.linli.shared.DivisionCode;
import org.linli.shared.DivisionCode.Level;
import org.springframework.stereotype.Service;

/** Checks that every place has a cell of a sensible size and somebody who answers for it; each figure counts its rows. */
@Service
class Coverage {

    private static final int FEWEST_LED = 3;
    private static final String FIRST_DEDICATED = "901";

    private final MemberRows members;
    private final Inventory inventory;
    private final CellCover cover;
    private final Areas areas;
    private final GridSettings settings;
    private final Clock clock;

    Coverage(
            MemberRows members, Inventory inventory, CellCover cover, Areas areas, GridSettings settings, Clock clock) {
        this.members = members;
        this.inventory = inventory;
        this.cover = cover;
        this.areas = areas;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * One fault.
     *
     * @param place the cell, or of a hole the community
     * @param other of an overlap the other cell
     * @param amount households, square metres, or the number of people or cells
     * @param name of a leader
     */
    record Found(
            CoverageFault fault,
            DivisionCode place,
            Optional<DivisionCode> other,
            int amount,
            Optional<String> name,
            @Nullable Double lon,
            @Nullable Double lat) {

        static Found of(CoverageFault fault, DivisionCode cell, int amount) {
            return new Found(fault, cell, Optional.empty(), amount, Optional.empty(), null, null);
        }
    }

    /** One part of an area. */
    record Part(DivisionCode place, int cells, int households, int people, Map<CoverageFault, Integer> faults) {}

    /** A cell as it is staffed today. */
    private record Cell(DivisionCode code, int households, List<Member> team) {

        long chiefs() {
            return team.stream()
                    .filter(member -> member.chief() && member.substituteFor().isEmpty())
                    .count();
        }

        boolean hasTier(int tier) {
            return team.stream().anyMatch(member -> member.tier() == tier);
        }

        boolean isDedicated() {
            return code.value().substring(12).compareTo(FIRST_DEDICATED) >= 0;
        }
    }

    List<Part> parts(Acting by, DivisionCode area) {
        by.require(GridWords.READ_TEAMS, area);
        var cells = cells(area);
        var found = found(area, cells);
        var level = below(area);
        var parts = new TreeMap<DivisionCode, List<Cell>>();
        cells.forEach(cell -> parts.computeIfAbsent(cell.code().upTo(level), key -> new ArrayList<>())
                .add(cell));
        var faults = found.stream()
                .collect(Collectors.groupingBy(fault -> fault.place().upTo(level)));
        return parts.entrySet().stream()
                .map(part -> part(part.getKey(), part.getValue(), faults.getOrDefault(part.getKey(), List.of())))
                .toList();
    }

    List<Found> rows(Acting by, DivisionCode area, CoverageFault fault) {
        by.require(GridWords.READ_TEAMS, area);
        return found(area, cells(area)).stream()
                .filter(found -> found.fault() == fault)
                .toList();
    }

    private static Part part(DivisionCode place, List<Cell> cells, List<Found> faults) {
        var counted = new EnumMap<CoverageFault, Integer>(CoverageFault.class);
        faults.forEach(found -> counted.merge(found.fault(), 1, Integer::sum));
        return new Part(
                place,
                cells.size(),
                cells.stream().mapToInt(Cell::households).sum(),
                (int) cells.stream()
                        .flatMap(cell -> cell.team().stream())
                        .map(Member::account)
                        .distinct()
                        .count(),
                counted);
    }

    private List<Found> found(DivisionCode area, List<Cell> cells) {
        var found = new ArrayList<Found>();
        cells.forEach(cell -> {
            size(cell, found);
            staff(cell, found);
        });
        load(cells, found);
        cover.holes(area)
                .forEach(hole -> found.add(new Found(
                        CoverageFault.HOLE,
                        hole.community(),
                        Optional.empty(),
                        hole.squareMetres(),
                        Optional.empty(),
                        hole.at().lon(),
                        hole.at().lat())));
        cover.overlaps(area)
                .forEach(overlap -> found.add(new Found(
                        CoverageFault.OVERLAP,
                        overlap.one(),
                        Optional.of(overlap.other()),
                        overlap.squareMetres(),
                        Optional.empty(),
                        overlap.at().lon(),
                        overlap.at().lat())));
        return found;
    }

    private void size(Cell cell, List<Found> found) {
        if (cell.households() > settings.largestCell()) {
            found.add(Found.of(CoverageFault.TOO_LARGE, cell.code(), cell.households()));
        } else if (cell.households() < settings.smallestCell() && !cell.isDedicated()) {
            found.add(Found.of(CoverageFault.TOO_SMALL, cell.code(), cell.households()));
        }
    }

    private static void staff(Cell cell, List<Found> found) {
        if (!cell.hasTier(1)) {
            found.add(Found.of(CoverageFault.NO_LEAD, cell.code(), 0));
        }
        if (!cell.hasTier(2)) {
            found.add(Found.of(CoverageFault.UNSTAFFED, cell.code(), 0));
        } else if (cell.chiefs() == 0) {
            found.add(Found.of(CoverageFault.NO_CHIEF, cell.code(), 0));
        }
        if (cell.chiefs() > 1) {
            found.add(Found.of(CoverageFault.TWO_CHIEFS, cell.code(), (int) cell.chiefs()));
        }
    }

    /** Counted over all cells a leader has, wherever they lie, and shown at the first of those in the area. */
    private void load(List<Cell> cells, List<Found> found) {
        var today = LocalDate.now(clock);
        var leads = new LinkedHashMap<AccountId, Member>();
        cells.forEach(cell -> cell.team().stream()
                .filter(member -> member.duty() == Member.Duty.LEAD)
                .forEach(member -> leads.putIfAbsent(member.account(), member)));
        leads.forEach((account, member) -> {
            var led = (int) members.of(account, today).stream()
                    .filter(one -> one.duty() == Member.Duty.LEAD && one.inForce(today))
                    .count();
            if (led < FEWEST_LED || led > Teams.MOST_LED) {
                found.add(new Found(
                        CoverageFault.LEAD_LOAD,
                        member.cell(),
                        Optional.empty(),
                        led,
                        Optional.of(member.name()),
                        null,
                        null));
            }
        });
    }

    private List<Cell> cells(DivisionCode area) {
        var today = LocalDate.now(clock);
        var households = inventory.households(area);
        var teams = members.inside(area, today).stream()
                .filter(member -> member.inForce(today))
                .collect(Collectors.groupingBy(Member::cell));
        return codes(area).stream()
                .map(code -> new Cell(code, households.getOrDefault(code, 0), teams.getOrDefault(code, List.of())))
                .toList();
    }

    private List<DivisionCode> codes(DivisionCode area) {
        return area.level() == Level.GRID_CELL
                ? List.of(area)
                : areas.within(area).stream()
                        .flatMap(part -> codes(part.code()).stream())
                        .toList();
    }

    private static Level below(DivisionCode area) {
        return switch (area.level()) {
            case PROVINCE, CITY -> Level.DISTRICT;
            case DISTRICT -> Level.SUB_DISTRICT;
            case SUB_DISTRICT -> Level.COMMUNITY;
            case COMMUNITY, GRID_CELL -> Level.GRID_CELL;
        };
    }
}
