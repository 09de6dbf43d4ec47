package org.linli.casework.running;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.area.UnitCode;
import org.linli.casework.CaseId;
import org.linli.casework.CaseRatings.Given;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Ratings as given. */
@Component
class CaseRatingRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CaseRatingRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @return false when the case and visit were rated before */
    boolean insert(Given rating, @Nullable String words, UnitCode unit, Instant at) {
        return jdbc.sql("""
                insert into casework.case_rating (case_id, visit, grade, reasons, words, channel, unit, at, request_key)
                values (:id, :visit, :grade, :reasons::jsonb, :words, :channel, :unit, :at, :key)
                on conflict do nothing
                """)
                        .param("id", rating.id().value())
                        .param("visit", rating.visit())
                        .param("grade", rating.grade())
                        .param("reasons", json.writeValueAsString(rating.reasons()))
                        .param("words", words)
                        .param("channel", rating.channel())
                        .param("unit", unit.value())
                        .param("at", Moments.stored(at))
                        .param("key", rating.requestKey())
                        .update()
                == 1;
    }

    boolean isRated(CaseId id, String visit) {
        return jdbc.sql("select exists (select from casework.case_rating where case_id = :id and visit = :visit)")
                .param("id", id.value())
                .param("visit", visit)
                .query(Boolean.class)
                .single();
    }

    boolean isRepeated(Given rating) {
        return jdbc.sql("""
                select exists (select from casework.case_rating
                               where case_id = :id and visit = :visit and request_key = :key and grade = :grade)
                """)
                .param("id", rating.id().value())
                .param("visit", rating.visit())
                .param("key", rating.requestKey())
                .param("grade", rating.grade())
                .query(Boolean.class)
                .single();
    }

    void rectifiedBy(Given rating, CaseId rectification) {
        jdbc.sql("update casework.case_rating set rectification = :by where case_id = :id and visit = :visit")
                .param("by", rectification.value())
                .param("id", rating.id().value())
                .param("visit", rating.visit())
                .update();
    }
}
