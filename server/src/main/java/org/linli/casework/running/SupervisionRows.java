package org.linli.casework.running;

import java.time.Instant;
import org.linli.access.Acting;
import org.linli.casework.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Supervision orders. */
@Component
class SupervisionRows {

    private final JdbcClient jdbc;

    SupervisionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void order(CaseFile file, String colour, Acting by, Instant at, Instant answerBy) {
        jdbc.sql("""
                with ordered as (
                  insert into casework.supervision_order (case_id, from_seq, colour, ordered_by, orderer, unit, ordered_at,
                      answer_by)
                  values (:id, :seq, :colour, :posting, :name, :unit, :at, :answerBy))
                update casework.case_file set supervision = :colour where id = :id
                """)
                .param("id", file.id().value())
                .param("seq", file.now().revision())
                .param("colour", colour)
                .param("posting", by.posting().value())
                .param("name", by.name())
                .param("unit", file.now().unit().value())
                .param("at", Moments.stored(at))
                .param("answerBy", Moments.stored(answerBy))
                .update();
    }

    void answer(CaseId id, Instant at) {
        jdbc.sql("""
                update casework.supervision_order set answered_at = :at where case_id = :id and closed_at is null
                """).param("id", id.value()).param("at", Moments.stored(at)).update();
    }

    boolean answered(CaseId id) {
        return jdbc.sql("""
                select exists (select from casework.supervision_order
                               where case_id = :id and closed_at is null and answered_at is not null)
                """).param("id", id.value()).query(Boolean.class).single();
    }

    void close(CaseId id, Instant at) {
        jdbc.sql("""
                with closed as (
                  update casework.supervision_order set closed_at = :at where case_id = :id and closed_at is null)
                update casework.case_file set supervision = null where id = :id
                """).param("id", id.value()).param("at", Moments.stored(at)).update();
    }
}
