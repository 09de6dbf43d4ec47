package org.linli.casework.running;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.linli.casework.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What applicants were asked to supply. */
@Component
class SupplementRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SupplementRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    boolean exists(CaseId id) {
        return jdbc.sql("select exists (select from casework.case_supplement where case_id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    void ask(CaseId id, List<String> items, Instant at, LocalDate until) {
        jdbc.sql("""
                insert into casework.case_supplement (case_id, items, asked_at, answer_by)
                values (:id, :items::jsonb, :at, :until)
                """)
                .param("id", id.value())
                .param("items", json.writeValueAsString(items))
                .param("at", Moments.stored(at))
                .param("until", until)
                .update();
    }

    /** Cases that still wait for something that was to come before a day. */
    List<CaseId> overdue(LocalDate day, int limit) {
        return jdbc.sql("""
                select case_id from casework.case_supplement s
                where brought_at is null and reminded_at is null and answer_by < :day
                  and exists (select from casework.case_file f where f.id = s.case_id and f.ended_at is null)
                order by answer_by limit :limit
                """)
                .param("day", day)
                .param("limit", limit)
                .query((row, n) -> new CaseId(row.getObject(1, java.util.UUID.class)))
                .list();
    }

    /** @return false when somebody was reminded before */
    boolean remind(CaseId id, Instant at) {
        return jdbc.sql("""
                        update casework.case_supplement set reminded_at = :at where case_id = :id and reminded_at is null
                        """)
                        .param("id", id.value())
                        .param("at", Moments.stored(at))
                        .update()
                == 1;
    }

    void brought(CaseId id, Instant at) {
        jdbc.sql("update casework.case_supplement set brought_at = :at where case_id = :id")
                .param("id", id.value())
                .param("at", Moments.stored(at))
                .update();
    }
}
