package org.linli.casework.running;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
        return jdbc.sql("""
                select case_id, seq, at, posting, account, actor, role, actor_unit, home_unit, acting_for, action,
                       from_state, to_state, to_unit, to_assignee, to_hold, note, input, due, request_key, hash
                from casework.case_event where case_id = :id order by seq
                """)
                .param("id", id.value())
                .query((row, n) -> entry(row))
                .list();
    }

    /** Cases in the order of their identifiers, for walking through all of them. */
    List<CaseId> casesAfter(UUID after, int limit) {
        return jdbc.sql("select id from casework.case_file where id > :after order by id limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
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
