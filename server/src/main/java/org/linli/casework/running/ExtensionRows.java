package org.linli.casework.running;

import java.time.Instant;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.casework.CaseId;
import org.linli.casework.Term;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Extensions asked for and decided. */
@Component
class ExtensionRows {

    static final String ASKED = "ASKED";

    private final JdbcClient jdbc;

    ExtensionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An extension nobody has decided yet. */
    record Asked(Term term, UUID by) {}

    void ask(CaseId id, Term term, Acting by, Instant at) {
        jdbc.sql("""
                with asked as (
                  insert into casework.case_extension (case_id, amount, unit, asked_by, asked_at)
                  values (:id, :amount, :unit, :account, :at))
                update casework.case_file set extension = 'ASKED' where id = :id
                """)
                .param("id", id.value())
                .param("amount", term.amount())
                .param("unit", term.unit().name())
                .param("account", by.account().value())
                .param("at", Moments.stored(at))
                .update();
    }

    Asked asked(CaseId id) {
        return jdbc.sql("select amount, unit, asked_by from casework.case_extension where case_id = :id")
                .param("id", id.value())
                .query((row, n) -> new Asked(
                        new Term(row.getInt(1), Term.Unit.valueOf(row.getString(2))), row.getObject(3, UUID.class)))
                .single();
    }

    void decide(CaseId id, boolean granted, Instant at) {
        jdbc.sql("""
                with decided as (
                  update casework.case_extension set granted = :granted, decided_at = :at where case_id = :id)
                update casework.case_file set extension = case when :granted then 'GRANTED' else 'REFUSED' end
                where id = :id
                """)
                .param("id", id.value())
                .param("granted", granted)
                .param("at", Moments.stored(at))
                .update();
    }
}
