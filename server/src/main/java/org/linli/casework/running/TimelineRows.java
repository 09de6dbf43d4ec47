package org.linli.casework.running;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.casework.CaseId;
import org.linli.casework.procedure.Procedure.PauseReason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Timelines as stored. */
@Component
class TimelineRows {

    private final JdbcClient jdbc;

    TimelineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first. */
    List<TimelineEntry> of(CaseId id) {
        return ofAll(List.of(id.value())).getOrDefault(id.value(), List.of());
    }

    /** The timelines of several cases, each oldest first. */
    Map<UUID, List<TimelineEntry>> ofAll(List<UUID> ids) {
        return jdbc.sql("""
                select case_id, seq, at, posting, account, actor, role, actor_unit, home_unit, acting_for, action,
                       from_state, to_state, to_unit, to_assignee, to_hold, note, input, due, request_key, hash
                from casework.case_event where case_id = any (:ids) order by case_id, seq
                """).param("ids", ids.toArray(UUID[]::new)).query((row, n) -> entry(row)).list().stream()
                .collect(Collectors.groupingBy(entry -> entry.id().value()));
    }

    /** Cases in the order of their identifiers, for walking through all of them. */
    List<UUID> casesAfter(UUID after, int limit) {
        return jdbc.sql("select id from casework.case_file where id > :after order by id limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** A case that was opened and is no longer there. */
    record Gone(CaseId id, String number) {}

    List<Gone> goneCases() {
        return jdbc.sql("""
                select o.id, o.number from casework.case_opening o
                where not exists (select from casework.case_file f where f.id = o.id) order by o.id
                """)
                .query((row, n) -> new Gone(new CaseId(row.getObject(1, UUID.class)), row.getString(2)))
                .list();
    }

    /** When the applicant last handed something in: the opening, or coming out of a state that waits for it. */
    Instant receivedAt(CaseId id, Set<String> waiting) {
        return jdbc.sql("""
                select at from casework.case_event
                where case_id = :id and (seq = 1 or action = 'supplement-brought'
                    or (from_state = any (:waiting) and to_state <> all (:waiting)))
                order by seq desc limit 1
                """)
                .param("id", id.value())
                .param("waiting", waiting.toArray(String[]::new))
                .query((row, n) -> CaseRows.at(row, "at"))
                .single();
    }

    /** When the case came into the state it is in, by moving or by an action that leads back to the same one. */
    Instant enteredAt(CaseId id, Set<String> loops) {
        return jdbc.sql("""
                select at from casework.case_event
                where case_id = :id and (seq = 1 or from_state <> to_state or action = any (:loops))
                order by seq desc limit 1
                """)
                .param("id", id.value())
                .param("loops", loops.toArray(String[]::new))
                .query((row, n) -> CaseRows.at(row, "at"))
                .single();
    }

    Optional<PauseReason> lastPauseReason(CaseId id) {
        return jdbc.sql("select reason from casework.case_pause where case_id = :id order by from_seq desc limit 1")
                .param("id", id.value())
                .query((row, n) -> PauseReason.valueOf(row.getString(1)))
                .optional();
    }

    private static TimelineEntry entry(ResultSet row) throws SQLException {
        var hold = row.getString("to_hold");
        return new TimelineEntry(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getInt("seq"),
                CaseRows.at(row, "at"),
                row.getObject("posting", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("actor"),
                row.getString("role"),
                row.getString("actor_unit"),
                row.getString("home_unit"),
                row.getString("acting_for"),
                row.getString("action"),
                row.getString("from_state"),
                row.getString("to_state"),
                row.getString("to_unit"),
                row.getObject("to_assignee", UUID.class),
                hold == null ? null : Hold.valueOf(hold),
                row.getString("note"),
                row.getString("input"),
                CaseRows.at(row, "due"),
                row.getString("request_key"),
                row.getBytes("hash"));
    }
}
