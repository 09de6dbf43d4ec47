package org.linli.counter.errand;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of corrections asked for (补正), one an errand. */
@Component
class CorrectionRows {

    private static final TypeReference<List<String>> LINES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CorrectionRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What was asked, and whether it came. */
    record Supplement(List<String> items, Instant askedAt, LocalDate answerBy, Optional<Instant> metAt) {}

    /** False when this errand was asked before. */
    boolean ask(ErrandId errand, List<String> items, String by, LocalDate until, Instant at) {
        return jdbc.sql("""
                        insert into counter.supplement (errand_id, items, asked_at, asked_by, answer_by)
                        values (:errand, :items::jsonb, :at, :by, :until) on conflict do nothing""")
                        .param("errand", errand.value())
                        .param("items", json.writeValueAsString(items))
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .param("until", until)
                        .update()
                == 1;
    }

    void met(ErrandId errand, Instant at) {
        jdbc.sql("update counter.supplement set met_at = :at where errand_id = :errand and met_at is null")
                .param("errand", errand.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Supplement> of(ErrandId errand) {
        return jdbc.sql("select items, asked_at, answer_by, met_at from counter.supplement where errand_id = :errand")
                .param("errand", errand.value())
                .query((row, number) -> new Supplement(
                        json.readValue(row.getString("items"), LINES),
                        row.getTimestamp("asked_at").toInstant(),
                        row.getObject("answer_by", LocalDate.class),
                        Optional.ofNullable(row.getTimestamp("met_at")).map(Timestamp::toInstant)))
                .optional();
    }
}
