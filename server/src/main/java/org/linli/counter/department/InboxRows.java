package org.linli.counter.department;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.counter.department.AnswerReader.Head;
import org.linli.privacy.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the departments' answers. */
@Component
class InboxRows {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    InboxRows(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** A stored answer with the application it names, when there is one. */
    record Stored(
            UUID id,
            String line,
            String key,
            int sequence,
            String body,
            int attempts,
            Optional<UUID> errand,
            int lastSequence) {}

    boolean firstUse(String line, String nonce, Instant now) {
        return jdbc.sql("""
                        insert into counter.department_nonce (line, nonce, seen_at) values (:line, :nonce, :now)
                        on conflict do nothing""")
                        .param("line", line)
                        .param("nonce", nonce)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void forgetNonces(Instant before) {
        jdbc.sql("delete from counter.department_nonce where seen_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    Optional<String> digestOf(String line, String answerId) {
        return jdbc.sql("select digest from counter.department_answer where line = :line and answer_id = :answer")
                .param("line", line)
                .param("answer", answerId)
                .query(String.class)
                .optional();
    }

    void deliveredAgain(String line, String answerId) {
        jdbc.sql("""
                update counter.department_answer set deliveries = deliveries + 1
                where line = :line and answer_id = :answer""").param("line", line).param("answer", answerId).update();
    }

    boolean store(UUID id, String line, Head head, String sealed, String digest, Instant at) {
        return jdbc.sql("""
                        insert into counter.department_answer
                          (id, line, answer_id, key, sequence, kind, body_sealed, digest, state, received_at)
                        values (:id, :line, :answer, :key, :sequence, :kind, :sealed, :digest, 'STORED', :at)
                        on conflict (line, answer_id) do nothing""")
                        .param("id", id)
                        .param("line", line)
                        .param("answer", head.answerId())
                        .param("key", head.key())
                        .param("sequence", head.sequence())
                        .param("kind", head.kind().name())
                        .param("sealed", sealed)
                        .param("digest", digest)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Open answers that are due: new ones at once, held ones ever more rarely, so that many held ones starve nobody. */
    List<UUID> open(Instant now) {
        return jdbc.sql("""
                        select id from counter.department_answer
                        where state in ('STORED', 'HELD')
                          and (tried_at is null or tried_at <= cast(:now as timestamptz) - make_interval(secs => least(attempts, 60)))
                        order by tried_at nulls first, key, sequence limit 200""").param("now", Timestamp.from(now)).query(UUID.class).list();
    }

    /** Locks an open answer and its application; empty when another process has it or it is no longer open. */
    Optional<Stored> lock(UUID id) {
        return jdbc.sql("""
                        select n.id, n.line, n.key, n.sequence, n.body_sealed, n.attempts, a.errand_id,
                               coalesce(a.last_sequence, 0) as last_sequence
                        from counter.department_answer n
                        left join counter.department_application a on a.key = n.key and a.line = n.line
                        where n.id = :id and n.state in ('STORED', 'HELD') for update of n skip locked""")
                .param("id", id)
                .query((row, number) -> new Stored(
                        row.getObject("id", UUID.class),
                        row.getString("line"),
                        row.getString("key"),
                        row.getInt("sequence"),
                        cipher.open(Inbox.SEALED_AS, row.getString("body_sealed")),
                        row.getInt("attempts"),
                        Optional.ofNullable(row.getObject("errand_id", UUID.class)),
                        row.getInt("last_sequence")))
                .optional();
    }

    void settle(UUID id, String state, String reason, Instant at) {
        jdbc.sql("""
                update counter.department_answer
                set state = :state, reason = nullif(:reason, ''), attempts = attempts + 1, tried_at = :at,
                    applied_at = case when :state in ('APPLIED', 'ENDED') then :at else applied_at end
                where id = :id""")
                .param("id", id)
                .param("state", state)
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .update();
    }

    void advance(String key, int sequence, String state, Instant at) {
        jdbc.sql("""
                update counter.department_application
                set last_sequence = :sequence, state = :state, answered_at = :at where key = :key""")
                .param("key", key)
                .param("sequence", sequence)
                .param("state", state)
                .param("at", Timestamp.from(at))
                .update();
        jdbc.sql("update counter.department_answer set tried_at = null where key = :key and state = 'HELD'")
                .param("key", key)
                .update();
    }

    boolean reopen(UUID id) {
        return jdbc.sql("""
                        update counter.department_answer set state = 'STORED', attempts = 0, tried_at = null
                        where id = :id and state in ('FAILED', 'UNKNOWN_KEY')""").param("id", id).update() == 1;
    }
}
