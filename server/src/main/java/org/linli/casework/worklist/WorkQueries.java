package org.linli.casework.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.linli.shared.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Work lists in the order of their due dates. Cases whose clock rests come last. */
@Component
class WorkQueries {

    static final String COLUMNS = """
            select id, number, title_zh, title_en, procedure, procedure_version, state, unit, area, assignee, hold,
                   supervision, due, yellow_at, opened_at, ended_at
            from casework.case_file
            """;

    private final JdbcClient jdbc;

    WorkQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose cases. */
    enum Scope {
        MINE,
        POOL,
        UNIT,
        AREA
    }

    /** Which of them. */
    enum Which {
        ALL,
        OVERDUE,
        SOON,
        SUPERVISED
    }

    /** A question for a list; {@code after} is where the page before ended. */
    record Question(
            Scope scope,
            Which which,
            @Nullable String procedure,
            @Nullable String state,
            @Nullable String after,
            int limit) {}

    /** One row of a list. */
    record Item(
            UUID id,
            String number,
            Names title,
            String procedure,
            int version,
            String state,
            String unit,
            String area,
            @Nullable UUID assignee,
            @Nullable String hold,
            @Nullable String supervision,
            @Nullable Instant due,
            @Nullable Instant yellowAt,
            Instant openedAt,
            @Nullable Instant endedAt) {}

    /** How many are waiting; counting stops at 100. */
    record Summary(int mine, int pool, int overdue, int soon) {}

    Page<Item> page(Acting by, Question question, Instant now) {
        var sql = sql(by, question);
        var after = After.read(question.after(), After.BEFORE_ALL);
        var items = bind(jdbc.sql(sql), by, now)
                .param("afterDue", after.moment())
                .param("afterId", after.id())
                .param("procedure", question.procedure())
                .param("state", question.state())
                .param("limit", question.limit() + 1)
                .query((row, n) -> item(row))
                .list();
        return After.page(items, question.limit(), After::due);
    }

    /** A seconded officer sees two units' cases: two lists in order, laid one into the other. */
    static String sql(Acting by, Question question) {
        return switch (question.scope()) {
            case MINE -> list("assignee = :posting", question);
            case POOL, UNIT -> {
                var pool = question.scope() == Scope.POOL ? "assignee is null and " : "";
                var own = list(pool + "unit = :unit", question);
                yield by.homeUnit().filter(home -> !home.equals(by.unit())).isEmpty()
                        ? own
                        : "select * from ((" + own + ") union all (" + list(pool + "unit = :home", question)
                                + ")) as both_units order by due, id limit :limit";
            }
            case AREA -> list(area(by), question);
        };
    }

    private static String list(String whose, Question question) {
        return COLUMNS + " where ended_at is null and (due, id) > (:afterDue, :afterId) and "
                + whose
                + which(question.which())
                + (question.procedure() == null ? "" : " and procedure = :procedure")
                + (question.state() == null ? "" : " and state = :state")
                + " order by due, id limit :limit";
    }

    /** An area down to a sub-district has a list of its own; a wider one is walked by due date. */
    static String area(Acting by) {
        return (by.area().value().length() >= 9 ? "left(area, 9) = :subDistrict and " : "")
                + "area >= :area and area < :areaEnd";
    }

    Optional<Item> byNumber(String number) {
        return jdbc.sql(COLUMNS + " where number = :number")
                .param("number", number)
                .query((row, n) -> item(row))
                .optional();
    }

    Summary summary(Acting by, Instant now) {
        return bind(jdbc.sql("""
                select (select count(*) from (select from casework.case_file
                          where ended_at is null and assignee = :posting limit 100) a) mine,
                       (select count(*) from (select from casework.case_file
                          where ended_at is null and assignee is null and unit = :unit limit 100) b) pool,
                       (select count(*) from (select from casework.case_file
                          where ended_at is null and unit = :unit and due < :now limit 100) c) overdue,
                       (select count(*) from (select from casework.case_file
                          where ended_at is null and unit = :unit and due >= :now and due < 'infinity'
                            and yellow_at <= :now limit 100) d) soon
                """), by, now)
                .query((row, n) ->
                        new Summary(row.getInt("mine"), row.getInt("pool"), row.getInt("overdue"), row.getInt("soon")))
                .single();
    }

    static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec spec, Acting by, Instant now) {
        return spec.param("posting", by.posting().value())
                .param("unit", by.unit().value())
                .param(
                        "home",
                        by.homeUnit().map(UnitCode::value).orElse(by.unit().value()))
                .param("area", by.area().value())
                .param("areaEnd", by.area().value() + ":")
                .param(
                        "subDistrict",
                        by.area().upTo(DivisionCode.Level.SUB_DISTRICT).value())
                .param("now", now.atOffset(ZoneOffset.UTC));
    }

    private static String which(Which which) {
        return switch (which) {
            case ALL -> "";
            case OVERDUE -> " and due < :now";
            case SOON -> " and due >= :now and due < 'infinity' and yellow_at <= :now";
            case SUPERVISED -> " and supervision is not null";
        };
    }

    static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                row.getString("number"),
                Names.of(row.getString("title_zh"), row.getString("title_en")),
                row.getString("procedure"),
                row.getInt("procedure_version"),
                row.getString("state"),
                row.getString("unit"),
                row.getString("area"),
                row.getObject("assignee", UUID.class),
                row.getString("hold"),
                row.getString("supervision"),
                finite(row, "due"),
                finite(row, "yellow_at"),
                java.util.Objects.requireNonNull(finite(row, "opened_at")),
                finite(row, "ended_at"));
    }

    private static @Nullable Instant finite(ResultSet row, String column) throws SQLException {
        var stored = row.getObject(column, OffsetDateTime.class);
        return stored == null || stored.equals(OffsetDateTime.MAX) ? null : stored.toInstant();
    }
}
