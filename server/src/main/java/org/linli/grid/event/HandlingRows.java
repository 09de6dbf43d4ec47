package org.linli.grid.event;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.grid.event.Event.Grade;
import org.linli.grid.event.Event.Rank;
import org.linli.grid.event.Event.Verdict;
import org.linli.privacy.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an event's actions leave in its row beside its standing. */
@Component
class HandlingRows {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    HandlingRows(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** A verification. */
    record Check(
            UUID event,
            int number,
            Verdict verdict,
            Collection<UUID> before,
            Collection<UUID> after,
            String remaining) {}

    void accepted(UUID id, Instant at) {
        set(id, "accepted_at = coalesce(accepted_at, :at)", at);
    }

    void escalated(UUID id, Rank rank) {
        jdbc.sql("update grid.event set rank = :rank where id = :id")
                .param("id", id)
                .param("rank", rank.name())
                .update();
    }

    void handled(UUID id, Acting by, boolean onTheSpot, boolean inTime, Instant at) {
        jdbc.sql("""
                update grid.event
                   set handler_account = :account, handler_posting = :posting, handler = :name, handled_at = :at, self_handled = :spot, in_time = :inTime,
                       accepted_at = coalesce(accepted_at, :at), suspension_asked_by = null
                 where id = :id
                """)
                .param("id", id)
                .param("account", by.account().value())
                .param("posting", by.posting().value())
                .param("name", by.name())
                .param("spot", onTheSpot)
                .param("inTime", inTime)
                .param("at", EventRows.stored(at))
                .update();
    }

    void checked(Check check, Acting by, Instant at) {
        var remaining = check.remaining().isEmpty() ? null : cipher.seal(EventRows.REMAINING, check.remaining());
        jdbc.sql("""
                with noted as (
                  insert into grid.event_check
                    (event_id, number, at, account_id, name, verdict, before, after, remaining_sealed)
                  values (:id, :number, :at, :account, :name, :verdict, :before, :after, :remaining))
                update grid.event
                   set checks = :number, verdict = :verdict, remaining_sealed = :remaining,
                       reworks = reworks + case when :verdict = 'NOT_FIXED' then 1 else 0 end,
                       verified_at = case when :verdict = 'FIXED' then :at end
                 where id = :id
                """)
                .param("id", check.event())
                .param("number", check.number())
                .param("at", EventRows.stored(at))
                .param("account", by.account().value())
                .param("name", by.name())
                .param("verdict", check.verdict().name())
                .param("before", check.before().toArray(UUID[]::new))
                .param("after", check.after().toArray(UUID[]::new))
                .param("remaining", remaining)
                .update();
    }

    void suspensionAsked(UUID id, Acting by) {
        jdbc.sql("update grid.event set suspension_asked_by = :account where id = :id")
                .param("id", id)
                .param("account", by.account().value())
                .update();
    }

    void suspensionOver(UUID id) {
        jdbc.sql("update grid.event set suspension_asked_by = null where id = :id")
                .param("id", id)
                .update();
    }

    void graded(UUID id, Grade grade) {
        jdbc.sql("update grid.event set grade = :grade where id = :id")
                .param("id", id)
                .param("grade", grade.name())
                .update();
    }

    /** Reports that are worked on as one with this event. */
    List<UUID> joinedWith(UUID main) {
        return jdbc.sql("select id from grid.event where joined_into = :main order by reported_at")
                .param("main", main)
                .query(UUID.class)
                .list();
    }

    /** Phones no longer hold what ended before. */
    int fade(Instant before) {
        return jdbc.sql("update grid.event set faded = true where ended_at < :before and not faded")
                .param("before", EventRows.stored(before))
                .update();
    }

    private void set(UUID id, String what, Instant at) {
        jdbc.sql("update grid.event set " + what + " where id = :id")
                .param("id", id)
                .param("at", EventRows.stored(at))
                .update();
    }
}
