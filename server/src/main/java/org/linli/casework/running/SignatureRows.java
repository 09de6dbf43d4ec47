package org.linli.casework.running;

import java.time.Instant;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.casework.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Countersignatures asked for and given. */
@Component
class SignatureRows {

    private final JdbcClient jdbc;

    SignatureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ask(CaseFile file, UnitCode unit, String role, Instant at) {
        jdbc.sql("""
                insert into casework.case_signature (case_id, from_seq, unit, role, asked_at)
                values (:id, :seq, :unit, :role, :at)
                """)
                .param("id", file.id().value())
                .param("seq", file.now().revision())
                .param("unit", unit.value())
                .param("role", role)
                .param("at", Moments.stored(at))
                .update();
    }

    /** The oldest one this posting may give. */
    Optional<Integer> openFor(CaseId id, Acting by) {
        return jdbc.sql("""
                select from_seq from casework.case_signature
                where case_id = :id and signed_at is null
                  and (posting = :posting or (unit in (:unit, :home) and role = :role))
                order by from_seq limit 1
                """)
                .param("id", id.value())
                .param("posting", by.posting().value())
                .param("unit", by.unit().value())
                .param("home", by.homeUnit().map(UnitCode::value).orElse(""))
                .param("role", by.role())
                .query(Integer.class)
                .optional();
    }

    int open(CaseId id) {
        return jdbc.sql("select count(*) from casework.case_signature where case_id = :id and signed_at is null")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    void sign(CaseId id, int asked, boolean agreed, Instant at) {
        // One refusal settles the matter: what others were asked for falls away.
        jdbc.sql("""
                update casework.case_signature set signed_at = :at, agreed = case when from_seq = :seq then :agreed end
                where case_id = :id and signed_at is null and (from_seq = :seq or not :agreed)
                """)
                .param("id", id.value())
                .param("seq", asked)
                .param("agreed", agreed)
                .param("at", Moments.stored(at))
                .update();
    }
}
