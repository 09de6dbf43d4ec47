package org.linli.grid.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.shared.DivisionCode;
import org.linli.shared.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts events and lists what a figure counted. */
@Component
class EventFigureQueries {

    private static final String COUNTED = Arrays.stream(EventFigure.values())
            .map(figure -> "count(*) filter (where %s) as \"%s\"".formatted(figure.condition(), figure))
            .collect(Collectors.joining(", "));

    private final JdbcClient jdbc;
    private final EventRows rows;

    EventFigureQueries(JdbcClient jdbc, EventRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** What is counted when; {@code now} tells what is late. */
    record Span(Instant from, Instant until, Instant now) {}

    /** One part of an area. */
    record Counted(DivisionCode place, Map<EventFigure, Integer> figures) {}

    List<Counted> parts(DivisionCode area, int digits, Span span) {
        return spanned(
                        jdbc.sql("select left(cell, :digits) as place, " + COUNTED
                                + " from grid.event e where e.cell >= :area and e.cell < :end group by 1 order by 1"),
                        span)
                .param("digits", digits)
                .param("area", area.value())
                .param("end", area.value() + ":")
                .query((row, n) -> new Counted(DivisionCode.of(row.getString("place")), figures(row)))
                .list();
    }

    /** Of what somebody handled; only the person itself asks. */
    Map<EventFigure, Integer> handledBy(UUID account, Span span) {
        return spanned(jdbc.sql("select " + COUNTED + " from grid.event e where e.handler_account = :account"), span)
                .param("account", account)
                .query((row, n) -> figures(row))
                .single();
    }

    /** How often somebody looked at what others had handled. */
    int checkedBy(UUID account, Span span) {
        return jdbc.sql("""
                select count(*) from grid.event_check where account_id = :account and at >= :from and at < :until
                """)
                .param("account", account)
                .param("from", EventRows.stored(span.from()))
                .param("until", EventRows.stored(span.until()))
                .query(Integer.class)
                .single();
    }

    Page<Event> page(DivisionCode area, EventFigure figure, Span span, @Nullable String after, int limit) {
        var place = EventQueries.After.read(after, true);
        var found = spanned(
                        jdbc.sql("select " + EventRows.COLUMNS + " from grid.event e where " + figure.condition()
                                + " and e.cell >= :area and e.cell < :end and (e.reported_at, e.id) < (:moment, :id)"
                                + " order by e.reported_at desc, e.id desc limit :limit"),
                        span)
                .param("area", area.value())
                .param("end", area.value() + ":")
                .param("moment", place.moment())
                .param("id", place.id())
                .param("limit", limit + 1)
                .query((row, n) -> rows.event(row))
                .list();
        return found.size() <= limit
                ? new Page<>(found, Optional.empty())
                : new Page<>(
                        found.subList(0, limit),
                        Optional.of(EventQueries.After.of(found.get(limit - 1), true)
                                .text()));
    }

    private static JdbcClient.StatementSpec spanned(JdbcClient.StatementSpec spec, Span span) {
        return spec.param("from", EventRows.stored(span.from()))
                .param("until", EventRows.stored(span.until()))
                .param("now", EventRows.stored(span.now()));
    }

    private static Map<EventFigure, Integer> figures(ResultSet row) throws SQLException {
        var figures = new EnumMap<EventFigure, Integer>(EventFigure.class);
        for (var figure : EventFigure.values()) {
            figures.put(figure, row.getInt(figure.name()));
        }
        return figures;
    }
}
