package org.linli.casework.worklist;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.casework.CaseworkReason;
import org.linli.casework.procedure.Procedures;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.linli.shared.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Work lists and the search by number. */
@RestController
@RequestMapping("/api/casework")
class WorkController {

    private static final String READ = "casework.case.read";
    private static final String SUPERVISE = "casework.case.supervise";
    static final int MOST = 100;

    private final WorkQueries queries;
    private final WorkItems items;
    private final Procedures procedures;
    private final Clock clock;

    WorkController(WorkQueries queries, WorkItems items, Procedures procedures, Clock clock) {
        this.queries = queries;
        this.items = items;
        this.procedures = procedures;
        this.clock = clock;
    }

    record WorkSummaryView(int mine, int pool, int overdue, int soon) {}

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
        return items.page(queries.page(by, question, now), by, now);
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
                .map(item -> items.view(item, by, clock.instant()))
                .orElseThrow(() -> Refusal.because(CaseworkReason.NO_SUCH_CASE));
    }
}
