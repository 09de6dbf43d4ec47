package org.linli.casework.running;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.linli.casework.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases for which the house has something to do by itself, found by one indexed moment. */
@Component
class ReminderRows {

    private final JdbcClient jdbc;

    ReminderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locked until the transaction ends; those another process is at are left to it. */
    List<CaseId> due(Instant now, int limit) {
        return jdbc.sql("""
                select id from casework.case_file
                where ended_at is null and next_reminder < 'infinity' and next_reminder <= :now
                order by next_reminder limit :limit for update skip locked
                """)
                .param("now", Moments.stored(now))
                .param("limit", limit)
                .query((row, n) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
    }

    /** @return false when this rung was sent before */
    boolean insert(CaseId id, String rung, int round, Instant reachedAt, Instant now) {
        return jdbc.sql("""
                insert into casework.case_reminder (case_id, rung, round, reached_at, sent_at)
                values (:id, :rung, :round, :reached, :now)
                on conflict do nothing
                """)
                        .param("id", id.value())
                        .param("rung", rung)
                        .param("round", round)
                        .param("reached", Moments.stored(reachedAt))
                        .param("now", Moments.stored(now))
                        .update()
                == 1;
    }

    /** How often the rung was sent for an end of the term that no longer holds. */
    int round(CaseId id, String rung) {
        return jdbc.sql("""
                select count(*) from casework.case_reminder
                where case_id = :id and rung = :rung and outdated_at is not null
                """)
                .param("id", id.value())
                .param("rung", rung)
                .query(Integer.class)
                .single();
    }

    /** The end of the term was moved: these will be sent again. */
    void outdate(CaseId id, Set<String> rungs, Instant at) {
        jdbc.sql("""
                with outdated as (
                  update casework.case_reminder set outdated_at = :at
                  where case_id = :id and rung = any (:rungs) and outdated_at is null)
                update casework.case_file
                set rungs_sent = array(select unnest(rungs_sent) except select unnest(cast(:rungs as text[])))
                where id = :id
                """)
                .param("id", id.value())
                .param("rungs", rungs.toArray(String[]::new))
                .param("at", Moments.stored(at))
                .update();
    }

    /** When little of the term is left and when to remind, for a case whose term ends as before. */
    void plan(CaseId id, Instant yellowAt, Instant next) {
        jdbc.sql("update casework.case_file set yellow_at = :yellow, next_reminder = :next where id = :id")
                .param("id", id.value())
                .param("yellow", Moments.stored(yellowAt))
                .param("next", Moments.stored(next))
                .update();
    }

    void plan(CaseId id, Set<String> rungs, Instant next) {
        jdbc.sql("update casework.case_file set rungs_sent = :rungs, next_reminder = :next where id = :id")
                .param("id", id.value())
                .param("rungs", rungs.toArray(String[]::new))
                .param("next", Moments.stored(next))
                .update();
    }

    /** A case whose state has lasted too long, and the revision at which it did. */
    record TimedOut(CaseId id, int revision) {}

    List<TimedOut> timedOut(Instant now, int limit) {
        return jdbc.sql("""
                select id, revision from casework.case_file
                where ended_at is null and timeout_at < 'infinity' and timeout_at <= :now
                order by timeout_at limit :limit
                """)
                .param("now", Moments.stored(now))
                .param("limit", limit)
                .query((row, n) -> new TimedOut(new CaseId(row.getObject(1, UUID.class)), row.getInt(2)))
                .list();
    }

    void putOff(CaseId id, Instant until) {
        jdbc.sql("update casework.case_file set timeout_at = :until where id = :id and ended_at is null")
                .param("id", id.value())
                .param("until", Moments.stored(until))
                .update();
    }
}
