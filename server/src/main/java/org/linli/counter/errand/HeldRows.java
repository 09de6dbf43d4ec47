package org.linli.counter.errand;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of what was verified about people and need not be brought again. */
@Component
class HeldRows {

    private final JdbcClient jdbc;

    HeldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One thing held. */
    record Held(UUID id, String code, String source, Instant verifiedAt, LocalDate validUntil) {}

    /** What is held of a person, who is named by the index under every key, and still counts; newest last. */
    List<Held> of(List<byte[]> person, LocalDate today) {
        return jdbc.sql("""
                        select id, code, source, verified_at, valid_until from counter.held
                        where person_index in (:person) and void_at is null and valid_until >= :today
                        order by verified_at""")
                .param("person", person)
                .param("today", today)
                .query((row, number) -> new Held(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("source"),
                        row.getTimestamp("verified_at").toInstant(),
                        row.getObject("valid_until", LocalDate.class)))
                .list();
    }

    Map<String, UUID> newestOf(List<byte[]> person, LocalDate today) {
        var newest = new LinkedHashMap<String, UUID>();
        jdbc.sql("""
                        select distinct on (code) code, id from counter.held
                        where person_index in (:person) and void_at is null and valid_until >= :today
                        order by code, verified_at desc""").param("person", person).param("today", today).query(row -> {
            newest.put(row.getString("code"), row.getObject("id", UUID.class));
        });
        return newest;
    }

    /** Something newly verified. */
    record Verified(
            UUID id,
            byte[] person,
            String code,
            String source,
            UUID errand,
            @Nullable UUID file,
            @Nullable UUID paper,
            Instant at,
            String by,
            LocalDate validUntil) {}

    void add(Verified verified) {
        jdbc.sql("""
                insert into counter.held
                  (id, person_index, code, source, errand_id, file_id, paper_id, verified_at, verified_by, valid_until)
                values (:id, :person, :code, :source, :errand, :file, :paper, :at, :by, :until)""")
                .param("id", verified.id())
                .param("person", verified.person())
                .param("code", verified.code())
                .param("source", verified.source())
                .param("errand", verified.errand())
                .param("file", verified.file())
                .param("paper", verified.paper())
                .param("at", Timestamp.from(verified.at()))
                .param("by", verified.by())
                .param("until", verified.validUntil())
                .update();
    }

    void noteReuse(ErrandId errand, String code, UUID held, String station, String item, Instant at) {
        jdbc.sql("""
                insert into counter.reuse (errand_id, code, held_id, station, item_code, at)
                values (:errand, :code, :held, :station, :item, :at)""")
                .param("errand", errand.value())
                .param("code", code)
                .param("held", held)
                .param("station", station)
                .param("item", item)
                .param("at", Timestamp.from(at))
                .update();
    }

    void noteCommitment(ErrandId errand, String code, LocalDate due) {
        jdbc.sql("insert into counter.commitment_check (errand_id, code, due) values (:errand, :code, :due)")
                .param("errand", errand.value())
                .param("code", code)
                .param("due", due)
                .update();
    }

    /** A fact promised in place of a proof, and what came of verifying it. */
    record Promise(String code, LocalDate due, Optional<String> outcome) {}

    List<Promise> promisesOf(ErrandId errand) {
        return jdbc.sql("select code, due, outcome from counter.commitment_check where errand_id = :errand")
                .param("errand", errand.value())
                .query((row, number) -> new Promise(
                        row.getString("code"),
                        row.getObject("due", LocalDate.class),
                        Optional.ofNullable(row.getString("outcome"))))
                .list();
    }

    boolean checkCommitment(ErrandId errand, String code, boolean isTrue, String note, Instant at, String by) {
        return jdbc.sql("""
                        update counter.commitment_check
                        set outcome = :outcome, note = :note, checked_at = :at, checked_by = :by
                        where errand_id = :errand and code = :code and outcome is null""")
                        .param("errand", errand.value())
                        .param("code", code)
                        .param("outcome", isTrue ? "TRUE" : "UNTRUE")
                        .param("note", note)
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .update()
                == 1;
    }
}
