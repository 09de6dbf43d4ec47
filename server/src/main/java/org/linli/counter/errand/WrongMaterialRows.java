package org.linli.counter.errand;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of what is wrong with each material that an applicant was asked to correct. */
@Component
class WrongMaterialRows {

    private final JdbcClient jdbc;

    WrongMaterialRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One material to correct, and whether it came. */
    record Asked(String code, Lack lack, Optional<Instant> metAt) {}

    void ask(ErrandId errand, String code, Lack lack) {
        jdbc.sql("""
                insert into counter.supplement_material (errand_id, code, fault, words)
                values (:errand, :code, :fault, :words) on conflict do nothing""")
                .param("errand", errand.value())
                .param("code", code)
                .param("fault", lack.fault().name())
                .param("words", lack.words())
                .update();
    }

    void meet(ErrandId errand, Instant at) {
        jdbc.sql("update counter.supplement_material set met_at = :at where errand_id = :errand and met_at is null")
                .param("errand", errand.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    List<Asked> of(ErrandId errand) {
        return jdbc.sql("""
                        select code, fault, words, met_at from counter.supplement_material
                        where errand_id = :errand order by code""")
                .param("errand", errand.value())
                .query((row, number) -> new Asked(
                        row.getString("code"),
                        new Lack(MaterialFault.valueOf(row.getString("fault")), row.getString("words")),
                        Optional.ofNullable(row.getTimestamp("met_at")).map(Timestamp::toInstant)))
                .list();
    }
}
