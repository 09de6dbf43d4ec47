package org.linli.casework.running;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.linli.casework.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rounds of asking other units. */
@Component
class AssistRows {

    private final JdbcClient jdbc;

    AssistRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A child of the round: its part, where it stands, and whether it has ended. */
    record Child(String part, String state, boolean ended) {}

    /** A round the case still waits for. */
    record Round(int fromSeq, String rule) {}

    void begin(CaseFile file, String rule, Instant at) {
        jdbc.sql("""
                insert into casework.case_assist (case_id, from_seq, rule, asked_at) values (:id, :seq, :rule, :at)
                """)
                .param("id", file.id().value())
                .param("seq", file.now().revision())
                .param("rule", rule)
                .param("at", Moments.stored(at))
                .update();
    }

    Optional<Round> waiting(CaseId id) {
        return jdbc.sql("select from_seq, rule from casework.case_assist where case_id = :id and joined_at is null")
                .param("id", id.value())
                .query((row, n) -> new Round(row.getInt(1), row.getString(2)))
                .optional();
    }

    List<Child> children(CaseId id, Round round) {
        return jdbc.sql("""
                select c.part, c.state, c.ended_at is not null
                from casework.case_file c
                join casework.case_assist a on a.case_id = c.parent and a.from_seq = :seq
                where c.parent = :id and c.part is not null and c.opened_at >= a.asked_at
                """)
                .param("id", id.value())
                .param("seq", round.fromSeq())
                .query((row, n) -> new Child(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
    }

    void joined(CaseId id, Round round, Instant at) {
        jdbc.sql("update casework.case_assist set joined_at = :at where case_id = :id and from_seq = :seq")
                .param("id", id.value())
                .param("seq", round.fromSeq())
                .param("at", Moments.stored(at))
                .update();
    }
}
