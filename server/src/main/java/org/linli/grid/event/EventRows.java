package org.linli.grid.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.PostingId;
import org.linli.area.UnitCode;
import org.linli.casework.CaseId;
import org.linli.grid.catalogue.Level;
import org.linli.grid.event.Event.Grade;
import org.linli.grid.event.Event.Handling;
import org.linli.grid.event.Event.Rank;
import org.linli.grid.event.Event.Reporter;
import org.linli.grid.event.Event.Source;
import org.linli.grid.event.Event.Standing;
import org.linli.grid.event.Event.Verdict;
import org.linli.privacy.FieldCipher;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of events. */
@Component
class EventRows {

    static final String DESCRIPTION = "grid.event.description";
    static final String PLACE = "grid.event.place";
    static final String REMAINING = "grid.event.remaining";

    static final String COLUMNS = """
            e.id, e.case_id, e.procedure_version, e.number, e.cell, e.category, e.level, e.source, e.description_sealed, e.place_sealed, e.lon,
            e.lat, e.accuracy, e.reporter_account, e.reporter_posting, e.reporter, e.reported_at, e.occurred_at, e.visit_id,
            e.reopens, e.sampled, e.rank, e.state, e.turn, e.unit, e.assignee, e.task_account, e.hold, e.supervision, e.due,
            e.revision, e.ended_at, e.handler_account, e.handler_posting, e.handler, e.handled_at, e.self_handled, e.suspension_asked_by,
            e.checks, e.reworks, e.verdict, e.remaining_sealed, e.verified_at, e.in_time, e.grade, e.joined_into
            """;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    EventRows(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void add(Event event, String requestKey) {
        jdbc.sql("""
                insert into grid.event
                  (id, request_key, case_id, procedure_version, number, cell, category, level, source, description_sealed, place_sealed, lon, lat,
                   accuracy, reporter_account, reporter_posting, reporter, reported_at, occurred_at, visit_id, reopens,
                   sampled, rank, state, turn, unit, due, revision)
                values
                  (:id, :key, :case, :version, :number, :cell, :category, :level, :source, :description, :place, :lon, :lat,
                   :accuracy, :account, :posting, :reporter, :reportedAt, :occurredAt, :visit, :reopens,
                   :sampled, :rank, :state, :turn, :unit, :due, :revision)
                """)
                .param("id", event.id())
                .param("key", requestKey)
                .param("case", event.caseId().value())
                .param("version", event.procedureVersion())
                .param("number", event.number())
                .param("cell", event.cell().value())
                .param("category", event.category())
                .param("level", event.level().name())
                .param("source", event.source().name())
                .param("description", cipher.seal(DESCRIPTION, event.description()))
                .param("place", event.place().isEmpty() ? null : cipher.seal(PLACE, event.place()))
                .param("lon", event.at().map(Point::lon).orElse(null))
                .param("lat", event.at().map(Point::lat).orElse(null))
                .param("accuracy", event.accuracy().orElse(null))
                .param("account", event.reporter().account())
                .param("posting", event.reporter().posting().value())
                .param("reporter", event.reporter().name())
                .param("reportedAt", stored(event.reportedAt()))
                .param("occurredAt", event.occurredAt().map(EventRows::stored).orElse(null))
                .param("visit", event.visit().orElse(null))
                .param("reopens", event.reopens().orElse(null))
                .param("sampled", event.sampled())
                .param("rank", event.rank().name())
                .param("state", event.standing().state())
                .param("turn", event.standing().turn())
                .param("unit", event.standing().unit().value())
                .param("due", due(event.standing().due()))
                .param("revision", event.standing().revision())
                .update();
    }

    Optional<Event> find(UUID id) {
        return one("e.id = :key", id);
    }

    Optional<Event> ofCase(CaseId id) {
        return one("e.case_id = :key", id.value());
    }

    Optional<Event> ofRequest(String key) {
        return one("e.request_key = :key", key);
    }

    List<Event> findAll(Collection<UUID> ids) {
        return jdbc.sql("select " + COLUMNS + " from grid.event e where e.id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> event(row))
                .list();
    }

    /**
     * The row follows its case.
     *
     * @param main the event it was joined with; once answered with its result it stays joined
     */
    void follow(CaseId id, Standing now, Optional<UUID> main, boolean leaves) {
        jdbc.sql("""
                update grid.event
                   set state = :state, turn = :turn, unit = :unit, assignee = :assignee, task_account = :task, hold = :hold,
                       supervision = :supervision, due = :due, revision = :revision, ended_at = :endedAt,
                       joined_into = case when :leaves then null else coalesce(:joinedInto::uuid, joined_into) end
                 where case_id = :case
                """)
                .param("case", id.value())
                .param("state", now.state())
                .param("turn", now.turn())
                .param("unit", now.unit().value())
                .param("assignee", now.assignee().map(PostingId::value).orElse(null))
                .param("task", now.task().orElse(null))
                .param("hold", now.hold().orElse(null))
                .param("supervision", now.supervision().orElse(null))
                .param("due", due(now.due()))
                .param("revision", now.revision())
                .param("endedAt", now.endedAt().map(EventRows::stored).orElse(null))
                .param("joinedInto", main.orElse(null))
                .param("leaves", leaves)
                .update();
    }

    /** What it was joined with came to nothing. */
    void leave(UUID id) {
        jdbc.sql("update grid.event set joined_into = null where id = :id")
                .param("id", id)
                .update();
    }

    Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getInt("procedure_version"),
                row.getString("number"),
                DivisionCode.of(row.getString("cell")),
                row.getString("category"),
                Level.valueOf(row.getString("level")),
                Source.valueOf(row.getString("source")),
                opened(DESCRIPTION, row.getString("description_sealed")),
                opened(PLACE, row.getString("place_sealed")),
                point(row),
                Optional.ofNullable(row.getObject("accuracy", Double.class)),
                new Reporter(
                        row.getObject("reporter_account", UUID.class),
                        new PostingId(row.getObject("reporter_posting", UUID.class)),
                        row.getString("reporter")),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                moment(row, "occurred_at"),
                Optional.ofNullable(row.getObject("visit_id", UUID.class)),
                Optional.ofNullable(row.getObject("reopens", UUID.class)),
                row.getBoolean("sampled"),
                Rank.valueOf(row.getString("rank")),
                standing(row),
                handling(row),
                Optional.ofNullable(row.getObject("joined_into", UUID.class)));
    }

    private Optional<Event> one(String where, Object key) {
        return jdbc.sql("select " + COLUMNS + " from grid.event e where " + where)
                .param("key", key)
                .query((row, n) -> event(row))
                .optional();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getString("state"),
                row.getString("turn"),
                UnitCode.of(row.getString("unit")),
                Optional.ofNullable(row.getObject("assignee", UUID.class)).map(PostingId::new),
                Optional.ofNullable(row.getObject("task_account", UUID.class)),
                Optional.ofNullable(row.getString("hold")),
                Optional.ofNullable(row.getString("supervision")),
                moment(row, "due"),
                row.getInt("revision"),
                moment(row, "ended_at"));
    }

    private Handling handling(ResultSet row) throws SQLException {
        return new Handling(
                Optional.ofNullable(row.getObject("handler_account", UUID.class)),
                Optional.ofNullable(row.getObject("handler_posting", UUID.class))
                        .map(PostingId::new),
                Optional.ofNullable(row.getString("handler")).orElse(""),
                moment(row, "handled_at"),
                row.getBoolean("self_handled"),
                Optional.ofNullable(row.getObject("suspension_asked_by", UUID.class)),
                row.getInt("checks"),
                row.getInt("reworks"),
                Optional.ofNullable(row.getString("verdict")).map(Verdict::valueOf),
                opened(REMAINING, row.getString("remaining_sealed")),
                moment(row, "verified_at"),
                Optional.ofNullable(row.getObject("in_time", Boolean.class)),
                Optional.ofNullable(row.getString("grade")).map(Grade::valueOf));
    }

    private String opened(String context, @Nullable String sealed) {
        return sealed == null ? "" : cipher.open(context, sealed);
    }

    private static Optional<Point> point(ResultSet row) throws SQLException {
        var lon = row.getObject("lon", Double.class);
        var lat = row.getObject("lat", Double.class);
        return lon == null || lat == null ? Optional.empty() : Optional.of(new Point(lon, lat));
    }

    /** Empty for none and for PostgreSQL's infinity. */
    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .filter(at -> !at.equals(OffsetDateTime.MAX))
                .map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime stored(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static OffsetDateTime due(Optional<Instant> due) {
        return due.map(EventRows::stored).orElse(OffsetDateTime.MAX);
    }
}
