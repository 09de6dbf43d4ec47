package org.linli.grid.event;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.casework.CaseId;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of cause tasks, and what lies near a spot. */
@Component
class CauseRows {

    /** On ground this small the earth is flat. */
    private static final String NEAR = """
            abs(lat - :lat) <= :metres / 111320.0
            and ((lat - :lat) * 111320.0) ^ 2 + ((lon - :lon) * 111320.0 * cos(radians(:lat))) ^ 2 <= (:metres * :metres)
            """;

    private final JdbcClient jdbc;

    CauseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A cause task. */
    record Cause(
            UUID id,
            CaseId caseId,
            String number,
            String category,
            DivisionCode cell,
            Point at,
            List<UUID> events,
            Instant openedAt,
            String state,
            Optional<Instant> endedAt) {}

    /** Two events of a category that are accepted at once are looked at one after the other. */
    void lock(String category) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('grid.cause:' || :category))")
                .param("category", category)
                .query((row, n) -> n)
                .list();
    }

    boolean isOpenAt(String category, Point point, int metres) {
        return near(
                        "select exists (select from grid.cause where category = :category and ended_at is null and "
                                + NEAR + ")",
                        category,
                        point,
                        metres)
                .query(Boolean.class)
                .single();
    }

    /** When a task at the spot was last done with; what came before is no sign that it was in vain. */
    Optional<Instant> lastEndedAt(String category, Point point, int metres) {
        return near(
                        "select max(ended_at) from grid.cause where category = :category and " + NEAR,
                        category,
                        point,
                        metres)
                .query((row, n) -> EventRows.moment(row, "max"))
                .single();
    }

    List<UUID> eventsAt(String category, Point point, int metres, Instant since) {
        return near("""
                        select id from grid.event
                        where category = :category and accepted_at >= :since and joined_into is null
                          and state not in ('REJECTED', 'VOID') and """ + " " + NEAR + " order by accepted_at", category, point, metres)
                .param("since", EventRows.stored(since))
                .query(UUID.class)
                .list();
    }

    void add(Cause cause) {
        jdbc.sql("""
                insert into grid.cause (id, case_id, number, category, cell, lon, lat, events, opened_at, state)
                values (:id, :case, :number, :category, :cell, :lon, :lat, :events, :at, :state)
                """)
                .param("id", cause.id())
                .param("case", cause.caseId().value())
                .param("number", cause.number())
                .param("category", cause.category())
                .param("cell", cause.cell().value())
                .param("lon", cause.at().lon())
                .param("lat", cause.at().lat())
                .param("events", cause.events().toArray(UUID[]::new))
                .param("at", EventRows.stored(cause.openedAt()))
                .param("state", cause.state())
                .update();
    }

    void follow(CaseId id, String state, Instant at, boolean ended) {
        jdbc.sql("""
                update grid.cause set state = :state, ended_at = case when :ended then coalesce(ended_at, :at) end
                where case_id = :case
                """)
                .param("case", id.value())
                .param("state", state)
                .param("ended", ended)
                .param("at", EventRows.stored(at))
                .update();
    }

    /** Newest first; those that are open alone, or all. */
    List<Cause> inside(DivisionCode area, boolean onlyOpen, int limit) {
        return jdbc.sql("""
                select id, case_id, number, category, cell, lon, lat, events, opened_at, state, ended_at from grid.cause
                where cell >= :area and cell < :end and (ended_at is null or not :onlyOpen)
                order by opened_at desc, id limit :limit
                """)
                .param("area", area.value())
                .param("end", area.value() + ":")
                .param("onlyOpen", onlyOpen)
                .param("limit", limit)
                .query((row, n) -> new Cause(
                        row.getObject("id", UUID.class),
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getString("number"),
                        row.getString("category"),
                        DivisionCode.of(row.getString("cell")),
                        new Point(row.getDouble("lon"), row.getDouble("lat")),
                        Arrays.asList((UUID[]) row.getArray("events").getArray()),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getString("state"),
                        EventRows.moment(row, "ended_at")))
                .list();
    }

    private JdbcClient.StatementSpec near(String sql, String category, Point point, int metres) {
        return jdbc.sql(sql)
                .param("category", category)
                .param("lon", point.lon())
                .param("lat", point.lat())
                .param("metres", metres);
    }
}
