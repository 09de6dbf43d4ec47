package org.linli.casework.running;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.casework.Term;
import org.linli.casework.clock.CalendarChanged;
import org.linli.casework.clock.Terms.Granted;
import org.linli.casework.clock.Terms.Pause;
import org.linli.casework.procedure.Procedure.PauseReason;
import org.linli.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recounts of clocks, how far each has come, and what a clock is counted from. */
@Component
class RecountRows {

    /** A case is tried so often before a recount ends without it. */
    static final int MOST_TRIES = 20;

    private final JdbcClient jdbc;

    RecountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A recount that is not finished. */
    record Recount(UUID id, LocalDate firstDay, String why, UUID reached, boolean swept) {}

    void order(CalendarChanged change, Instant beginsAt) {
        jdbc.sql("""
                insert into casework.recount (id, first_day, why, asked_at, asked_by, begins_at, open)
                select :id, :first, :why, :at, :by, :begins, coalesce(sum(kept.open), 0)
                from (select open from casework.unit_open
                      union all select change from casework.unit_open_change) as kept
                """)
                .param("id", Ids.next())
                .param("first", change.first())
                .param("why", change.why())
                .param("by", change.by())
                .param("at", Moments.stored(change.at()))
                .param("begins", Moments.stored(beginsAt))
                .update();
    }

    List<Recount> unfinished(Instant now) {
        return jdbc.sql("""
                select id, first_day, why, reached, swept_at is not null as swept from casework.recount
                where finished_at is null and begins_at <= :now order by asked_at, id
                """)
                .param("now", Moments.stored(now))
                .query((row, n) -> new Recount(
                        row.getObject("id", UUID.class),
                        row.getObject("first_day", LocalDate.class),
                        row.getString("why"),
                        row.getObject("reached", UUID.class),
                        row.getBoolean("swept")))
                .list();
    }

    /** The case a recount has reached; empty while another process is at it. */
    Optional<UUID> lock(UUID recount) {
        return jdbc.sql("select reached from casework.recount where id = :id for update skip locked")
                .param("id", recount)
                .query(UUID.class)
                .optional();
    }

    /** Open cases in the order of their identifiers. */
    List<UUID> openAfter(UUID after, int limit) {
        return jdbc.sql("""
                select id from casework.case_file where ended_at is null and id > :after order by id limit :limit
                """)
                .param("after", after)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    void reached(UUID recount, UUID last, int looked, int changed) {
        jdbc.sql("""
                update casework.recount set reached = :last, looked = looked + :looked, changed = changed + :changed
                where id = :id
                """)
                .param("id", recount)
                .param("last", last)
                .param("looked", looked)
                .param("changed", changed)
                .update();
    }

    void swept(UUID recount, Instant at) {
        jdbc.sql("update casework.recount set swept_at = :at where id = :id")
                .param("id", recount)
                .param("at", Moments.stored(at))
                .update();
    }

    void leave(UUID recount, List<UUID> cases) {
        jdbc.sql("""
                insert into casework.recount_left (recount, case_id)
                select :recount, unnest(cast(:cases as uuid[])) on conflict do nothing
                """)
                .param("recount", recount)
                .param("cases", cases.toArray(UUID[]::new))
                .update();
    }

    List<UUID> left(UUID recount) {
        return jdbc.sql("""
                select case_id from casework.recount_left
                where recount = :recount and done_at is null and tries < :most order by case_id
                """)
                .param("recount", recount)
                .param("most", MOST_TRIES)
                .query(UUID.class)
                .list();
    }

    /** Whether all cases were looked at, but for those that cannot be counted. */
    boolean isDone(UUID recount) {
        return jdbc.sql("""
                select swept_at is not null and not exists (
                    select from casework.recount_left l
                    where l.recount = r.id and l.done_at is null and l.tries < :most)
                from casework.recount r where r.id = :id
                """)
                .param("id", recount)
                .param("most", MOST_TRIES)
                .query(Boolean.class)
                .single();
    }

    void done(UUID recount, UUID left, int changed, Instant at) {
        jdbc.sql("""
                with done as (
                  update casework.recount_left set done_at = :at where recount = :recount and case_id = :left)
                update casework.recount set looked = looked + 1, changed = changed + :changed where id = :recount
                """)
                .param("recount", recount)
                .param("left", left)
                .param("changed", changed)
                .param("at", Moments.stored(at))
                .update();
    }

    void failed(UUID recount, UUID left, String fault) {
        jdbc.sql("""
                update casework.recount_left set tries = tries + 1, fault = :fault
                where recount = :recount and case_id = :left
                """)
                .param("recount", recount)
                .param("left", left)
                .param("fault", fault)
                .update();
    }

    void finished(UUID recount, Instant at) {
        jdbc.sql("update casework.recount set finished_at = :at where id = :id")
                .param("id", recount)
                .param("at", Moments.stored(at))
                .update();
    }

    /** What beside its beginning a case's clocks are counted from, and what was planned for it. */
    record History(List<Pause> pauses, List<Granted> granted, Instant yellowAt, Instant nextReminder) {}

    Map<UUID, History> histories(List<UUID> cases) {
        var pauses = pauses(cases);
        var granted = granted(cases);
        var histories = new HashMap<UUID, History>();
        jdbc.sql("select id, yellow_at, next_reminder from casework.case_file where id = any (:ids)")
                .param("ids", cases.toArray(UUID[]::new))
                .query(row -> {
                    var id = row.getObject("id", UUID.class);
                    histories.put(
                            id,
                            new History(
                                    pauses.getOrDefault(id, List.of()),
                                    granted.getOrDefault(id, List.of()),
                                    CaseRows.at(row, "yellow_at"),
                                    CaseRows.at(row, "next_reminder")));
                });
        return histories;
    }

    private Map<UUID, List<Pause>> pauses(List<UUID> cases) {
        var pauses = new HashMap<UUID, List<Pause>>();
        jdbc.sql("""
                select case_id, from_at, to_at, reason from casework.case_pause
                where case_id = any (:ids) order by case_id, from_seq
                """).param("ids", cases.toArray(UUID[]::new)).query(row -> {
            pauses.computeIfAbsent(row.getObject("case_id", UUID.class), any -> new java.util.ArrayList<>())
                    .add(new Pause(
                            CaseRows.at(row, "from_at"),
                            Optional.ofNullable(CaseRows.maybeAt(row, "to_at")),
                            PauseReason.valueOf(row.getString("reason"))));
        });
        return pauses;
    }

    private Map<UUID, List<Granted>> granted(List<UUID> cases) {
        var granted = new HashMap<UUID, List<Granted>>();
        jdbc.sql("""
                select case_id, amount, unit, decided_at from casework.case_extension
                where case_id = any (:ids) and granted
                """).param("ids", cases.toArray(UUID[]::new)).query(row -> {
            var term = new Term(row.getInt("amount"), Term.Unit.valueOf(row.getString("unit")));
            granted.put(
                    row.getObject("case_id", UUID.class), List.of(new Granted(CaseRows.at(row, "decided_at"), term)));
        });
        return granted;
    }
}
