package org.linli.grid.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.grid.event.Event.Verdict;
import org.linli.privacy.FieldCipher;
import org.linli.shared.DivisionCode;
import org.linli.shared.Page;
import org.linli.shared.Point;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of events. */
@Component
class EventQueries {

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final EventRows rows;
    private final FieldCipher cipher;

    EventQueries(JdbcClient jdbc, EventRows rows, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.cipher = cipher;
    }

    /** Which events. */
    enum Which {
        OPEN("e.ended_at is null"),
        OVERDUE("e.ended_at is null and e.due < :now"),
        /** To be accepted or handed out. */
        TO_DISPATCH("e.ended_at is null and e.state in ('REPORTED', 'ACCEPTED')"),
        TO_VERIFY("e.ended_at is null and e.state = 'FED_BACK'"),
        /** A decision is asked for. */
        TO_DECIDE("e.ended_at is null and e.suspension_asked_by is not null and e.state <> 'SUSPENDED'"),
        MINE("e.ended_at is null and e.task_account = :account"),
        POOL("e.ended_at is null and e.unit = :unit and e.assignee is null"),
        REPORTED_BY_ME("e.reporter_account = :account"),
        ENDED("e.ended_at is not null");

        private final String condition;

        Which(String condition) {
            this.condition = condition;
        }

        boolean endedFirst() {
            return this == ENDED || this == REPORTED_BY_ME;
        }
    }

    /** A question for a list; {@code after} is where the page before ended. */
    record Question(
            Which which,
            DivisionCode area,
            @Nullable String state,
            @Nullable String category,
            @Nullable String level,
            @Nullable String after,
            int limit) {}

    /** A verification as it was noted. */
    record Checked(
            int number,
            Instant at,
            String by,
            Verdict verdict,
            List<UUID> before,
            List<UUID> after,
            String remaining) {}

    Page<Event> page(Acting by, Question question, Instant now) {
        var latest = question.which().endedFirst();
        var moment = latest ? "e.reported_at" : "e.due";
        var place = After.read(question.after(), latest);
        var found = jdbc.sql("select " + EventRows.COLUMNS + " from grid.event e where " + question.which().condition
                        + " and e.cell >= :area and e.cell < :end"
                        + (question.state() == null ? "" : " and e.state = :state")
                        + (question.category() == null ? "" : " and e.category like :category || '%'")
                        + (question.level() == null ? "" : " and e.level = :level")
                        + (latest
                                ? " and (" + moment + ", e.id) < (:moment, :id) order by " + moment + " desc, e.id desc"
                                : " and (" + moment + ", e.id) > (:moment, :id) order by " + moment + ", e.id")
                        + " limit :limit")
                .param("area", question.area().value())
                .param("end", question.area().value() + ":")
                .param("state", question.state())
                .param("category", question.category())
                .param("level", question.level())
                .param("account", by.account().value())
                .param("unit", by.unit().value())
                .param("now", EventRows.stored(now))
                .param("moment", place.moment())
                .param("id", place.id())
                .param("limit", question.limit() + 1)
                .query((row, n) -> rows.event(row))
                .list();
        return found.size() <= question.limit()
                ? new Page<>(found, Optional.empty())
                : new Page<>(
                        found.subList(0, question.limit()),
                        Optional.of(After.of(found.get(question.limit() - 1), latest)
                                .text()));
    }

    /** Open events of the same first level within a distance: the same thing, reported twice, is joined. */
    List<Event> near(Event event, int metres) {
        if (event.at().isEmpty()) {
            return List.of();
        }
        var at = event.at().get();
        return jdbc.sql("select " + EventRows.COLUMNS + """
                        from grid.event e
                        where e.ended_at is null and e.joined_into is null and e.id <> :id
                          and left(e.category, 2) = :first and e.cell >= :community and e.cell < :end
                          and ((e.lat - :lat) * 111320.0) ^ 2 + ((e.lon - :lon) * 111320.0 * cos(radians(:lat))) ^ 2
                              <= :metres * :metres
                        order by e.reported_at limit 10
                        """)
                .param("id", event.id())
                .param("first", event.category().substring(0, 2))
                .param(
                        "community",
                        event.cell().upTo(DivisionCode.Level.SUB_DISTRICT).value())
                .param("end", event.cell().upTo(DivisionCode.Level.SUB_DISTRICT).value() + ":")
                .param("lon", at.lon())
                .param("lat", at.lat())
                .param("metres", metres)
                .query((row, n) -> rows.event(row))
                .list();
    }

    List<Checked> checks(UUID event) {
        return jdbc.sql("""
                select number, at, name, verdict, before, after, remaining_sealed from grid.event_check
                where event_id = :event order by number
                """)
                .param("event", event)
                .query((row, n) -> checked(row))
                .list();
    }

    /** Open points of an area, for a map. */
    List<Event> dots(DivisionCode area, int limit) {
        return jdbc.sql("select " + EventRows.COLUMNS + """
                        from grid.event e
                        where e.ended_at is null and e.lon is not null and e.cell >= :area and e.cell < :end
                        order by e.due, e.id limit :limit
                        """)
                .param("area", area.value())
                .param("end", area.value() + ":")
                .param("limit", limit)
                .query((row, n) -> rows.event(row))
                .list();
    }

    private Checked checked(ResultSet row) throws SQLException {
        var remaining = row.getString("remaining_sealed");
        return new Checked(
                row.getInt("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("name"),
                Verdict.valueOf(row.getString("verdict")),
                List.of((UUID[]) row.getArray("before").getArray()),
                List.of((UUID[]) row.getArray("after").getArray()),
                remaining == null ? "" : cipher.open(EventRows.REMAINING, remaining));
    }

    /** Where a page ended. */
    record After(OffsetDateTime moment, UUID id) {

        private static final String NEVER = "never";
        private static final UUID LAST = new UUID(-1, -1);

        /** What cannot be read begins at the beginning. */
        static After read(@Nullable String text, boolean latestFirst) {
            var beginning = latestFirst ? new After(OffsetDateTime.MAX, LAST) : new After(OffsetDateTime.MIN, FIRST);
            if (text == null || text.isBlank()) {
                return beginning;
            }
            var parts = text.split("_", 2);
            try {
                var moment = parts[0].equals(NEVER) ? OffsetDateTime.MAX : OffsetDateTime.parse(parts[0]);
                return new After(moment, UUID.fromString(parts.length == 2 ? parts[1] : ""));
            } catch (RuntimeException malformed) {
                return beginning;
            }
        }

        static After of(Event event, boolean latestFirst) {
            var moment = latestFirst
                    ? EventRows.stored(event.reportedAt())
                    : event.standing().due().map(EventRows::stored).orElse(OffsetDateTime.MAX);
            return new After(moment, event.id());
        }

        String text() {
            return (moment.equals(OffsetDateTime.MAX) ? NEVER : moment.toString()) + "_" + id;
        }
    }

    /** A point, for screens that draw one. */
    static @Nullable Double lon(Event event) {
        return event.at().map(Point::lon).orElse(null);
    }

    static @Nullable Double lat(Event event) {
        return event.at().map(Point::lat).orElse(null);
    }
}
