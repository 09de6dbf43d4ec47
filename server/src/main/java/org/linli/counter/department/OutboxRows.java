package org.linli.counter.department;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.linli.counter.department.LineMessage.Kind;
import org.linli.privacy.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of applications forwarded and of the messages that carry them. */
@Component
class OutboxRows {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    OutboxRows(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void addApplication(Outbox.Forwarding forwarding, Instant at) {
        jdbc.sql("""
                insert into counter.department_application
                  (key, line, errand_id, case_number, item_code, station, state, queued_at)
                values (:key, :line, :errand, :number, :item, :station, 'QUEUED', :at)""")
                .param("key", forwarding.key())
                .param("line", forwarding.line())
                .param("errand", forwarding.errand())
                .param("number", forwarding.caseNumber())
                .param("item", forwarding.itemCode())
                .param("station", forwarding.station().value())
                .param("at", Timestamp.from(at))
                .update();
    }

    void addMessage(UUID id, String key, Kind kind, String sealed, Instant at) {
        jdbc.sql("""
                insert into counter.department_message
                  (id, line, key, ordinal, kind, body_sealed, state, next_attempt_at, created_at)
                select :id, a.line, a.key,
                       1 + (select count(*) from counter.department_message m where m.key = a.key),
                       :kind, :sealed, 'PENDING', :at, :at
                from counter.department_application a where a.key = :key for update""")
                .param("id", id)
                .param("key", key)
                .param("kind", kind.name())
                .param("sealed", sealed)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Crosses an application out that nobody has tried to send. */
    boolean cancelUnsent(String key, Instant at) {
        return jdbc.sql("""
                        update counter.department_message set state = 'CANCELLED', finished_at = :at
                        where key = :key and kind = 'APPLICATION' and state = 'PENDING' and attempts = 0""").param("key", key).param("at", Timestamp.from(at)).update() == 1;
    }

    /** Takes the next message of a line that is due, none of whose elders is unfinished. */
    Optional<LineMessage> claim(String line, Instant now, Duration lease) {
        return jdbc.sql("""
                        update counter.department_message set claimed_until = :until, attempts = attempts + 1
                        where id = (
                          select m.id from counter.department_message m
                          where m.line = :line and m.state = 'PENDING' and m.next_attempt_at <= :now
                            and (m.claimed_until is null or m.claimed_until < :now)
                            and not exists (
                              select 1 from counter.department_message elder
                              where elder.key = m.key and elder.ordinal < m.ordinal
                                and elder.state in ('PENDING', 'DEAD'))
                          order by m.next_attempt_at, m.created_at limit 1 for update skip locked)
                        returning id, line, key, kind, body_sealed, attempts""")
                .param("line", line)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(lease)))
                .query(this::message)
                .optional();
    }

    private LineMessage message(ResultSet row, int number) throws SQLException {
        return new LineMessage(
                row.getObject("id", UUID.class),
                row.getString("line"),
                row.getString("key"),
                Kind.valueOf(row.getString("kind")),
                cipher.open(Outbox.SEALED_AS, row.getString("body_sealed")),
                row.getInt("attempts"));
    }

    void sent(LineMessage message, String departmentNumber, Instant at) {
        jdbc.sql("""
                update counter.department_message
                set state = 'SENT', claimed_until = null, last_error = null, finished_at = :at where id = :id""").param("id", message.id()).param("at", Timestamp.from(at)).update();
        switch (message.kind()) {
            case APPLICATION ->
                jdbc.sql("""
                        update counter.department_application
                        set department_number = :number, sent_at = coalesce(sent_at, :at),
                            state = case when state in ('QUEUED', 'UNDELIVERABLE') then 'SENT' else state end
                        where key = :key""")
                        .param("key", message.key())
                        .param("number", departmentNumber)
                        .param("at", Timestamp.from(at))
                        .update();
            case SUPPLEMENT -> jdbc.sql("""
                        update counter.department_application set state = 'SUPPLEMENTED'
                        where key = :key and state = 'SUPPLEMENT'""").param("key", message.key()).update();
            case WITHDRAWAL -> move(message.key(), "WITHDRAWN");
        }
    }

    void retry(UUID message, Instant next, String error) {
        jdbc.sql("""
                update counter.department_message
                set claimed_until = null, next_attempt_at = :next, last_error = :error where id = :id""")
                .param("id", message)
                .param("next", Timestamp.from(next))
                .param("error", error)
                .update();
    }

    void dead(LineMessage message, String error, Instant at) {
        jdbc.sql("""
                update counter.department_message
                set state = 'DEAD', claimed_until = null, last_error = :error, finished_at = :at where id = :id""")
                .param("id", message.id())
                .param("error", error)
                .param("at", Timestamp.from(at))
                .update();
        if (message.kind() == Kind.APPLICATION) {
            move(message.key(), "UNDELIVERABLE");
        }
    }

    Instant createdAt(UUID message) {
        return jdbc.sql("select created_at from counter.department_message where id = :id")
                .param("id", message)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** Lets people try a dead message once more. */
    boolean revive(UUID message, Instant at) {
        return jdbc.sql("""
                        with revived as (
                          update counter.department_message
                          set state = 'PENDING', attempts = 0, created_at = :at, next_attempt_at = :at, finished_at = null
                          where id = :id and state = 'DEAD' returning key)
                        update counter.department_application a
                        set state = case when a.state = 'UNDELIVERABLE' then 'QUEUED' else a.state end
                        from revived where a.key = revived.key""")
                        .param("id", message)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void wake(String line, Instant at) {
        jdbc.sql("""
                update counter.department_message set next_attempt_at = :at
                where line = :line and state = 'PENDING' and next_attempt_at > :at""").param("line", line).param("at", Timestamp.from(at)).update();
    }

    void move(String key, String state) {
        jdbc.sql("update counter.department_application set state = :state where key = :key")
                .param("key", key)
                .param("state", state)
                .update();
    }

    UUID errandOf(String key) {
        return jdbc.sql("select errand_id from counter.department_application where key = :key")
                .param("key", key)
                .query(UUID.class)
                .single();
    }

    Optional<Outbox.Standing> standing(UUID errand) {
        return jdbc.sql("""
                        select key, line, state, department_number from counter.department_application
                        where errand_id = :errand order by queued_at desc limit 1""")
                .param("errand", errand)
                .query((row, number) -> new Outbox.Standing(
                        row.getString("key"),
                        row.getString("line"),
                        row.getString("state"),
                        Optional.ofNullable(row.getString("department_number"))))
                .optional();
    }
}
