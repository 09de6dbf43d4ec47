package org.linli.grid.event;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.grid.GridWords;
import org.linli.grid.catalogue.Categories;
import org.linli.grid.event.EventController.EventPageView;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures of events by place, each of which opens its rows; and the tasks to find causes. */
@RestController
@RequestMapping("/api/grid")
class FigureController {

    private static final int MOST = 100;
    private static final int SPAN_DAYS = 30;

    private final EventFigures figures;
    private final CauseRows causes;
    private final Categories categories;
    private final Areas areas;
    private final Clock clock;

    FigureController(EventFigures figures, CauseRows causes, Categories categories, Areas areas, Clock clock) {
        this.figures = figures;
        this.causes = causes;
        this.categories = categories;
        this.areas = areas;
        this.clock = clock;
    }

    /** One part of an area: a sub-district, a community or a cell. */
    record EventFiguresView(String place, Names placeNames, Map<EventFigure, Integer> figures) {}

    record CauseTaskView(
            UUID id,
            UUID caseId,
            String number,
            String category,
            Names categoryNames,
            String cell,
            double lon,
            double lat,
            List<UUID> events,
            java.time.Instant openedAt,
            String state,
            java.time.@Nullable Instant endedAt) {}

    @GetMapping("/figures")
    List<EventFiguresView> countEvents(
            Acting by,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until) {
        var inside = area(by, area);
        return figures.parts(by, inside, digitsBelow(inside), from(from), until(until)).stream()
                .map(part -> new EventFiguresView(
                        part.place().value(),
                        areas.division(part.place())
                                .map(Areas.Division::shortNames)
                                .orElse(Names.of(part.place().value(), "")),
                        part.figures()))
                .toList();
    }

    @GetMapping("/figures/{figure}")
    EventPageView listCountedEvents(
            Acting by,
            @PathVariable EventFigure figure,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30") int limit) {
        var page =
                figures.rows(by, area(by, area), figure, from(from), until(until), after, Math.clamp(limit, 1, MOST));
        return new EventPageView(page.items(), page.next().orElse(null));
    }

    @GetMapping("/causes")
    List<CauseTaskView> listCauseTasks(
            Acting by,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(defaultValue = "true") boolean open) {
        var inside = area(by, area);
        by.require(GridWords.READ_EVENTS, inside);
        return causes.inside(inside, open, MOST).stream().map(this::view).toList();
    }

    private CauseTaskView view(CauseRows.Cause cause) {
        return new CauseTaskView(
                cause.id(),
                cause.caseId().value(),
                cause.number(),
                cause.category(),
                categories.find(cause.category()).map(categories::title).orElse(Names.of(cause.category(), "")),
                cause.cell().value(),
                cause.at().lon(),
                cause.at().lat(),
                cause.events(),
                cause.openedAt(),
                cause.state(),
                cause.endedAt().orElse(null));
    }

    private static int digitsBelow(DivisionCode area) {
        return switch (area.level()) {
            case PROVINCE, CITY -> 6;
            case DISTRICT -> 9;
            case SUB_DISTRICT -> 12;
            case COMMUNITY, GRID_CELL -> 15;
        };
    }

    private DivisionCode area(Acting by, @Nullable String area) {
        return area == null || area.isBlank()
                ? by.area()
                : areas.requireDivision(area).code();
    }

    private LocalDate from(@Nullable LocalDate from) {
        return from == null ? LocalDate.now(clock).minusDays(SPAN_DAYS) : from;
    }

    private LocalDate until(@Nullable LocalDate until) {
        return until == null ? LocalDate.now(clock) : until;
    }
}
