package org.linli.casework.running;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.casework.CaseId;
import org.linli.casework.running.CaseView.CaseExtensionView;
import org.linli.casework.running.CaseView.CasePauseView;
import org.linli.casework.running.CaseView.CaseSupplementView;
import org.linli.casework.running.CaseView.SupervisionOrderView;
import org.linli.shared.Names;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What hangs on one case, for its page. */
@Component
class DossierQueries {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DossierQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A case beside this one. */
    record Related(
            UUID id,
            String number,
            Names title,
            String relation,
            @Nullable String part,
            String procedure,
            int version,
            String state,
            String unit,
            boolean ended) {}

    List<CasePauseView> pauses(CaseId id) {
        return jdbc.sql("select from_at, to_at, reason from casework.case_pause where case_id = :id order by from_seq")
                .param("id", id.value())
                .query((row, n) -> new CasePauseView(
                        CaseRows.at(row, "from_at"), CaseRows.maybeAt(row, "to_at"), row.getString("reason")))
                .list();
    }

    Optional<CaseSupplementView> supplement(CaseId id) {
        return jdbc.sql("""
                select items, asked_at, answer_by, brought_at from casework.case_supplement where case_id = :id
                """)
                .param("id", id.value())
                .query((row, n) -> new CaseSupplementView(
                        json.readValue(row.getString("items"), TEXTS),
                        CaseRows.at(row, "asked_at"),
                        row.getObject("answer_by", LocalDate.class),
                        CaseRows.maybeAt(row, "brought_at")))
                .optional();
    }

    Optional<CaseExtensionView> extension(CaseId id) {
        return jdbc.sql("""
                select amount, unit, asked_at, decided_at, granted from casework.case_extension where case_id = :id
                """)
                .param("id", id.value())
                .query((row, n) -> new CaseExtensionView(
                        row.getInt("amount"),
                        row.getString("unit"),
                        CaseRows.at(row, "asked_at"),
                        CaseRows.maybeAt(row, "decided_at"),
                        row.getObject("granted", Boolean.class)))
                .optional();
    }

    List<SupervisionOrderView> orders(CaseId id) {
        return jdbc.sql("""
                select colour, orderer, ordered_at, answer_by, answered_at, closed_at
                from casework.supervision_order where case_id = :id order by from_seq
                """)
                .param("id", id.value())
                .query((row, n) -> new SupervisionOrderView(
                        row.getString("colour"),
                        row.getString("orderer"),
                        CaseRows.at(row, "ordered_at"),
                        CaseRows.at(row, "answer_by"),
                        CaseRows.maybeAt(row, "answered_at"),
                        CaseRows.maybeAt(row, "closed_at")))
                .list();
    }

    List<Related> related(CaseFile file) {
        return jdbc.sql("""
                select f.id, f.number, f.title_zh, f.title_en, r.relation, f.part, f.procedure, f.procedure_version, f.state, f.unit,
                       f.ended_at is not null as ended
                from (
                  select parent as id, 'PARENT' as relation from casework.case_file where id = :id and parent is not null
                  union all select id, 'CHILD' from casework.case_file where parent = :id and procedure <> :rectification
                  union all select main_id, case kind when 'JOINED' then 'MAIN' else 'SPLIT_FROM' end
                            from casework.case_link where case_id = :id and ended_at is null
                  union all select case_id, case kind when 'JOINED' then 'JOINED' else 'PART' end
                            from casework.case_link where main_id = :id and ended_at is null
                ) r join casework.case_file f on f.id = r.id
                order by f.opened_at
                """)
                .param("id", file.id().value())
                .param("rectification", "review-rectification")
                .query((row, n) -> new Related(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        Names.of(row.getString("title_zh"), row.getString("title_en")),
                        row.getString("relation"),
                        row.getString("part"),
                        row.getString("procedure"),
                        row.getInt("procedure_version"),
                        row.getString("state"),
                        row.getString("unit"),
                        row.getBoolean("ended")))
                .list();
    }

    /** Somebody other than the last actor has opened the case: what was done cannot be withdrawn any more. */
    void seen(CaseFile file, Acting by) {
        var now = file.now();
        if (now.seen() >= now.revision() || now.lastActor().equals(by.account().value())) {
            return;
        }
        jdbc.sql("""
                update casework.case_file set seen_revision = :revision
                where id = :id and revision = :revision and seen_revision < :revision
                """)
                .param("id", file.id().value())
                .param("revision", now.revision())
                .update();
    }

    /** When the case reached each of its states. */
    List<Reached> states(CaseId id) {
        return jdbc.sql("""
                select to_state, at from casework.case_event
                where case_id = :id and (seq = 1 or from_state <> to_state) order by seq
                """)
                .param("id", id.value())
                .query((row, n) -> new Reached(row.getString("to_state"), CaseRows.at(row, "at")))
                .list();
    }

    /** A state and the moment it was reached. */
    record Reached(String state, Instant at) {}
}
