package org.linli.grid.event;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.grid.GridWords;
import org.linli.grid.event.EventFigureQueries.Counted;
import org.linli.grid.event.EventFigureQueries.Span;
import org.linli.grid.event.EventView.EventRowView;
import org.linli.shared.DivisionCode;
import org.linli.shared.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Figures of events by place for whoever answers for it, and somebody's own for nobody else. */
@Service
public class EventFigures {

    private final EventFigureQueries queries;
    private final EventWording wording;
    private final Clock clock;

    EventFigures(EventFigureQueries queries, EventWording wording, Clock clock) {
        this.queries = queries;
        this.wording = wording;
        this.clock = clock;
    }

    /** What the signed-in person handled, and how often the person looked at what others had handled. */
    public record Own(Map<EventFigure, Integer> handled, int checked) {}

    @Transactional(readOnly = true)
    public Own own(Acting by, LocalDate from, LocalDate until) {
        by.require(GridWords.READ_FIGURES);
        var span = span(from, until);
        return new Own(
                queries.handledBy(by.account().value(), span),
                queries.checkedBy(by.account().value(), span));
    }

    @Transactional(readOnly = true)
    List<Counted> parts(Acting by, DivisionCode area, int digits, LocalDate from, LocalDate until) {
        by.require(GridWords.READ_FIGURES, area);
        return queries.parts(area, digits, span(from, until));
    }

    @Transactional(readOnly = true)
    Page<EventRowView> rows(
            Acting by,
            DivisionCode area,
            EventFigure figure,
            LocalDate from,
            LocalDate until,
            @Nullable String after,
            int limit) {
        by.require(GridWords.READ_FIGURES, area);
        by.require(GridWords.READ_EVENTS);
        return queries.page(area, figure, span(from, until), after, limit).map(event -> wording.row(by, event));
    }

    private Span span(LocalDate from, LocalDate until) {
        var zone = clock.getZone();
        return new Span(
                from.atStartOfDay(zone).toInstant(),
                until.plusDays(1).atStartOfDay(zone).toInstant(),
                clock.instant());
    }
}
