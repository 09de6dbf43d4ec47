package org.linli.casework.worklist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.area.Unit;
import org.linli.area.UnitCode;
import org.linli.casework.CaseworkReason;
import org.linli.casework.procedure.Procedures;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.linli.shared.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Work lists, the search by number, and the supervision board. */
@RestController
@RequestMapping("/api/casework")
class WorkController {

    private static final String READ = "casework.case.read";
    private static final String SUPERVISE = "casework.case.supervise";
    private static final int MOST = 100;

    private final WorkQueries queries;
    private final Procedures procedures;
    private final Areas areas;
    private final Clock clock;

    WorkController(WorkQueries queries, Procedures procedures, Areas areas, Clock clock) {
        this.queries = queries;
        this.procedures = procedures;
        this.areas = areas;
        this.clock = clock;
    }

    /** One line of a list. {@code colour}: GREEN, YELLOW or RED while the clock runs, PAUSED or DONE when it does not. */
    record WorkItemView(
            UUID id,
            String number,
            Names title,
            String procedure,
            Names procedureNames,
            Names stateNames,
            String turn,
            String unit,
            Names unitNames,
            boolean held,
            boolean mine,
            @Nullable String hold,
            @Nullable String supervision,
            String colour,
            @Nullable Instant due,
            Instant openedAt) {}

    record WorkPageView(List<WorkItemView> items, @Nullable String next) {}

    record WorkSummaryView(int mine, int pool, int overdue, int soon) {}

    record UnitFiguresView(
            String unit,
            Names unitNames,
            int open,
            int overdue,
            int soon,
            int supervised,
            int ended,
            int endedLate,
            @Nullable Double rating) {}

    record WorkFilterView(String procedure, Names names, List<WorkStateView> states) {}

    record WorkStateView(String state, Names names) {}

    @GetMapping("/work")
    WorkPageView listWork(
            Acting by,
            @RequestParam(defaultValue = "MINE") WorkQueries.Scope scope,
            @RequestParam(defaultValue = "ALL") WorkQueries.Which which,
            @RequestParam(required = false) @Nullable String procedure,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30") int limit) {
        by.require(scope == WorkQueries.Scope.AREA ? SUPERVISE : READ);
        var question = new WorkQueries.Question(scope, which, procedure, state, after, Math.clamp(limit, 1, MOST));
        var now = clock.instant();
        var page = queries.page(by, question, now).map(item -> view(item, by, now));
        return new WorkPageView(page.items(), page.next().orElse(null));
    }

    @GetMapping("/work/summary")
    WorkSummaryView summariseWork(Acting by) {
        by.require(READ);
        var summary = queries.summary(by, clock.instant());
        return new WorkSummaryView(summary.mine(), summary.pool(), summary.overdue(), summary.soon());
    }

    /** What lists can be narrowed by. */
    @GetMapping("/work/filters")
    List<WorkFilterView> listWorkFilters(Acting by) {
        by.require(READ);
        return procedures.all().stream()
                .map(procedure -> new WorkFilterView(
                        procedure.key(),
                        procedure.names(),
                        procedure.states().stream()
                                .filter(state -> !state.ends())
                                .map(state -> new WorkStateView(state.code(), state.names()))
                                .toList()))
                .toList();
    }

    @GetMapping("/cases")
    WorkItemView findCaseByNumber(Acting by, @RequestParam String number) {
        by.require(READ);
        return queries.byNumber(number.strip())
                .filter(item -> by.area().covers(DivisionCode.of(item.area()))
                        || by.unit().value().equals(item.unit()))
                .map(item -> view(item, by, clock.instant()))
                .orElseThrow(() -> Refusal.because(CaseworkReason.NO_SUCH_CASE));
    }

    /** Units of the supervisor's area: what they have, what is late, and how the last thirty days went. */
    @GetMapping("/supervision/units")
    List<UnitFiguresView> listSupervisedUnits(Acting by) {
        by.require(SUPERVISE);
        var now = clock.instant();
        return queries.figures(by, now, now.minus(Duration.ofDays(30))).stream()
                .map(figures -> new UnitFiguresView(
                        figures.unit(),
                        unitNames(figures.unit()),
                        figures.open(),
                        figures.overdue(),
                        figures.soon(),
                        figures.supervised(),
                        figures.ended(),
                        figures.endedLate(),
                        figures.rating()))
                .toList();
    }

    private WorkItemView view(WorkQueries.Item item, Acting by, Instant now) {
        var procedure = procedures.version(item.procedure(), item.version()).orElseThrow();
        var state = procedure.state(item.state());
        return new WorkItemView(
                item.id(),
                item.number(),
                item.title(),
                item.procedure(),
                procedure.names(),
                state.names(),
                state.turn().name(),
                item.unit(),
                unitNames(item.unit()),
                item.assignee() != null,
                by.posting().value().equals(item.assignee()),
                item.hold(),
                item.supervision(),
                colour(item, now),
                item.due(),
                item.openedAt());
    }

    private static String colour(WorkQueries.Item item, Instant now) {
        if (item.endedAt() != null) {
            return "DONE";
        }
        var due = item.due();
        if (due == null) {
            return "PAUSED";
        }
        var yellowAt = item.yellowAt();
        return due.isBefore(now) ? "RED" : yellowAt != null && !yellowAt.isAfter(now) ? "YELLOW" : "GREEN";
    }

    private Names unitNames(String code) {
        return areas.unit(UnitCode.of(code)).map(Unit::names).orElse(Names.of(code, code));
    }
}
