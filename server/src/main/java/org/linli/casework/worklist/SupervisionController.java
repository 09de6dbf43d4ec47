package org.linli.casework.worklist;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.shared.Names;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The supervision board: figures of the units in the supervisor's area, and the cases behind each figure. */
@RestController
@RequestMapping("/api/casework/supervision")
class SupervisionController {

    private static final String SUPERVISE = "casework.case.supervise";
    private static final Duration LATELY = Duration.ofDays(30);

    private final SupervisionQueries queries;
    private final WorkItems items;
    private final Clock clock;

    SupervisionController(SupervisionQueries queries, WorkItems items, Clock clock) {
        this.queries = queries;
        this.items = items;
        this.clock = clock;
    }

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

    /** Units of the supervisor's area: what they have, what is late, and how the last thirty days went. */
    @GetMapping("/units")
    List<UnitFiguresView> listSupervisedUnits(Acting by) {
        by.require(SUPERVISE);
        var now = clock.instant();
        return queries.figures(by, now, now.minus(LATELY)).stream()
                .map(figures -> new UnitFiguresView(
                        figures.unit(),
                        items.unitNames(figures.unit()),
                        figures.open(),
                        figures.overdue(),
                        figures.soon(),
                        figures.supervised(),
                        figures.ended(),
                        figures.endedLate(),
                        figures.rating()))
                .toList();
    }

    /** The cases that a figure counts; without a unit those of all units. */
    @GetMapping("/cases")
    WorkPageView listSupervisedCases(
            Acting by,
            @RequestParam SupervisionQueries.Figure figure,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String procedure,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30") int limit) {
        by.require(SUPERVISE);
        var length = Math.clamp(limit, 1, WorkController.MOST);
        var question = new SupervisionQueries.Question(figure, unit, procedure, state, after, length);
        var now = clock.instant();
        return items.page(queries.cases(by, question, now, now.minus(LATELY)), by, now);
    }
}
