package org.linli.grid.own;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.grid.event.EventFigure;
import org.linli.grid.event.EventFigures;
import org.linli.grid.team.CellWorkers;
import org.linli.grid.visit.OwnVisits;
import org.linli.registry.Inventory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The signed-in person's own figures. */
@RestController
@RequestMapping("/api/grid/own/figures")
class OwnFiguresController {

    private static final int SPAN_DAYS = 30;

    private final EventFigures events;
    private final OwnVisits visits;
    private final CellWorkers workers;
    private final Inventory inventory;
    private final Clock clock;

    OwnFiguresController(EventFigures events, OwnVisits visits, CellWorkers workers, Inventory inventory, Clock clock) {
        this.events = events;
        this.visits = visits;
        this.workers = workers;
        this.inventory = inventory;
        this.clock = clock;
    }

    /**
     * @param handled events the person handled
     * @param checked how often the person looked at what others had handled
     * @param planned visits that were due in the own cells, {@code done} and {@code overdue} of them
     * @param made visits the person made
     * @param corrections what the person saw on the spot and the base took in
     */
    record OwnFiguresView(
            LocalDate from,
            LocalDate until,
            int cells,
            Map<EventFigure, Integer> handled,
            int checked,
            int planned,
            int done,
            int overdue,
            int made,
            int corrections) {}

    @GetMapping
    OwnFiguresView showOwnFigures(
            Acting by,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until) {
        var end = until == null ? LocalDate.now(clock) : until;
        var begin = from == null ? end.minusDays(SPAN_DAYS) : from;
        var cells = workers.cellsOf(by.account());
        var own = events.own(by, begin, end);
        var visited = visits.of(by, cells, begin, end);
        return new OwnFiguresView(
                begin,
                end,
                cells.size(),
                own.handled(),
                own.checked(),
                visited.planned(),
                visited.done(),
                visited.overdue(),
                visited.made(),
                inventory.takenFromTheField(
                        by.posting(),
                        begin.atStartOfDay(clock.getZone()).toInstant(),
                        end.plusDays(1).atStartOfDay(clock.getZone()).toInstant()));
    }
}
