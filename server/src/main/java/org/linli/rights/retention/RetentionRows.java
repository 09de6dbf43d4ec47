package org.linli.rights.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.shared.RetentionRule.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which rules bind, and what their runs came to. */
@Component
class RetentionRows {

    /** Whether a rule binds, and when it was last rehearsed. */
    record Standing(
            boolean active,
            Optional<Instant> switchedAt,
            Optional<String> switchedBy,
            Optional<Instant> rehearsedAt,
            Optional<Long> rehearsedDue) {

        static final Standing OFF =
                new Standing(false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** How a run came about. */
    enum Way {
        NIGHT,
        BY_HAND,
        REHEARSAL
    }

    /** A run or a rehearsal. */
    record Run(
            UUID id,
            String rule,
            Way way,
            String startedBy,
            Instant begunAt,
            Optional<Instant> endedAt,
            long due,
            long looked,
            long emptied,
            long blocked,
            Optional<String> failure) {}

    private static final int SHOWN = 60;

    private final JdbcClient jdbc;

    RetentionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Standing> standings() {
        return jdbc
                .sql("select * from rights.retention_rule")
                .query((row, number) -> Map.entry(row.getString("key"), standing(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void rehearsed(String rule, long due, Instant at) {
        jdbc.sql("""
                insert into rights.retention_rule (key, rehearsed_at, rehearsed_due) values (:key, :at, :due)
                on conflict (key) do update set rehearsed_at = excluded.rehearsed_at,
                                                rehearsed_due = excluded.rehearsed_due""")
                .param("key", rule)
                .param("at", Timestamp.from(at))
                .param("due", due)
                .update();
    }

    void switchTo(String rule, boolean active, String reason, String by, Instant at) {
        jdbc.sql("""
                insert into rights.retention_rule (key, active, switched_at, switched_by, reason)
                values (:key, :active, :at, :by, :reason)
                on conflict (key) do update set active = excluded.active, switched_at = excluded.switched_at,
                                                switched_by = excluded.switched_by, reason = excluded.reason""")
                .param("key", rule)
                .param("active", active)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("reason", reason)
                .update();
    }

    void begin(UUID id, String rule, Way way, String by, Instant at, long due) {
        jdbc.sql("""
                insert into rights.retention_run (id, rule, way, started_by, begun_at, due)
                values (:id, :rule, :way, :by, :at, :due)""")
                .param("id", id)
                .param("rule", rule)
                .param("way", way.name())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("due", due)
                .update();
    }

    /** In the transaction of the step, so that what is reported is what happened. */
    void count(UUID id, Step step) {
        jdbc.sql("""
                update rights.retention_run set looked = looked + :looked, emptied = emptied + :emptied,
                       blocked = blocked + :blocked
                 where id = :id""")
                .param("id", id)
                .param("looked", step.looked())
                .param("emptied", step.emptied())
                .param("blocked", step.blocked())
                .update();
    }

    void end(UUID id, Instant at, Optional<String> failure) {
        jdbc.sql("update rights.retention_run set ended_at = :at, failure = :failure where id = :id")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("failure", failure.orElse(null))
                .update();
    }

    Optional<Run> run(UUID id) {
        return jdbc.sql("select * from rights.retention_run where id = :id")
                .param("id", id)
                .query(RetentionRows::run)
                .optional();
    }

    /** The newest runs of all rules. */
    List<Run> latest() {
        return jdbc.sql("select * from rights.retention_run order by begun_at desc, id desc limit :most")
                .param("most", SHOWN)
                .query(RetentionRows::run)
                .list();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getBoolean("active"),
                Optional.ofNullable(row.getTimestamp("switched_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("switched_by")),
                Optional.ofNullable(row.getTimestamp("rehearsed_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getObject("rehearsed_due", Long.class)));
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                row.getString("rule"),
                Way.valueOf(row.getString("way")),
                row.getString("started_by"),
                row.getTimestamp("begun_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                row.getLong("due"),
                row.getLong("looked"),
                row.getLong("emptied"),
                row.getLong("blocked"),
                Optional.ofNullable(row.getString("failure")));
    }
}
