package org.linli.counter.department;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the screens show of the lines; never a message's content. */
@Component
class LineQueries {

    private final JdbcClient jdbc;

    LineQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a line is doing. */
    record LineStanding(
            int failures,
            @Nullable Instant downSince,
            @Nullable Instant nextTryAt,
            @Nullable String lastError,
            @Nullable Instant lastSuccessAt,
            @Nullable Instant lastOutageFrom,
            @Nullable Instant lastOutageTo,
            int waiting,
            int dead,
            int answersOpen) {}

    /** A message of the outbox. */
    record MessageRow(
            UUID id,
            String key,
            String caseNumber,
            String kind,
            String state,
            int attempts,
            @Nullable String lastError,
            Instant createdAt,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant finishedAt) {}

    /** An answer of the inbox. */
    record AnswerRow(
            UUID id,
            String key,
            @Nullable String caseNumber,
            int sequence,
            String kind,
            String state,
            @Nullable String reason,
            int deliveries,
            Instant receivedAt,
            @Nullable Instant appliedAt) {}

    LineStanding standing(String line) {
        return jdbc.sql("""
                        select coalesce(s.failures, 0) as failures, s.down_since, s.next_try_at, s.last_error,
                               s.last_success_at, s.last_outage_from, s.last_outage_to,
                               (select count(*) from counter.department_message m
                                where m.line = l.line and m.state = 'PENDING') as waiting,
                               (select count(*) from counter.department_message m
                                where m.line = l.line and m.state = 'DEAD') as dead,
                               (select count(*) from counter.department_answer n
                                where n.line = l.line and n.state in ('STORED', 'HELD', 'UNKNOWN_KEY', 'FAILED'))
                                 as answers_open
                        from (select :line::text as line) l
                        left join counter.department_line_state s on s.line = l.line""")
                .param("line", line)
                .query((row, number) -> new LineStanding(
                        row.getInt("failures"),
                        instant(row, "down_since"),
                        instant(row, "next_try_at"),
                        row.getString("last_error"),
                        instant(row, "last_success_at"),
                        instant(row, "last_outage_from"),
                        instant(row, "last_outage_to"),
                        row.getInt("waiting"),
                        row.getInt("dead"),
                        row.getInt("answers_open")))
                .single();
    }

    /** @param state one state, or empty for all but the sent ones */
    List<MessageRow> messages(String line, String state) {
        return jdbc.sql("""
                        select m.id, m.key, a.case_number, m.kind, m.state, m.attempts, m.last_error, m.created_at,
                               case when m.state = 'PENDING' then m.next_attempt_at end as next_attempt_at, m.finished_at
                        from counter.department_message m join counter.department_application a using (key)
                        where m.line = :line and (m.state = :state or (:state = '' and m.state in ('PENDING', 'DEAD')))
                        order by m.created_at desc limit 200""")
                .param("line", line)
                .param("state", state)
                .query((row, number) -> new MessageRow(
                        row.getObject("id", UUID.class),
                        row.getString("key"),
                        row.getString("case_number"),
                        row.getString("kind"),
                        row.getString("state"),
                        row.getInt("attempts"),
                        row.getString("last_error"),
                        row.getTimestamp("created_at").toInstant(),
                        instant(row, "next_attempt_at"),
                        instant(row, "finished_at")))
                .list();
    }

    /** @param state one state, or empty for those that people or time have yet to settle */
    List<AnswerRow> answers(String line, String state) {
        return jdbc.sql("""
                        select n.id, n.key, a.case_number, n.sequence, n.kind, n.state, n.reason, n.deliveries,
                               n.received_at, n.applied_at
                        from counter.department_answer n
                        left join counter.department_application a on a.key = n.key
                        where n.line = :line
                          and (n.state = :state or (:state = '' and n.state not in ('APPLIED', 'OUTDATED')))
                        order by n.received_at desc limit 200""")
                .param("line", line)
                .param("state", state)
                .query((row, number) -> new AnswerRow(
                        row.getObject("id", UUID.class),
                        row.getString("key"),
                        row.getString("case_number"),
                        row.getInt("sequence"),
                        row.getString("kind"),
                        row.getString("state"),
                        row.getString("reason"),
                        row.getInt("deliveries"),
                        row.getTimestamp("received_at").toInstant(),
                        instant(row, "applied_at")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
