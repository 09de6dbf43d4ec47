package org.linli.counter.mandate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.area.UnitCode;
import org.linli.privacy.FieldCipher;
import org.linli.shared.IdDocument;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of mandates. */
@Component
class MandateRows {

    static final String NAME = "counter.mandate.name_sealed";
    static final String DOCUMENT = "counter.mandate.document_sealed";
    private static final TypeReference<List<String>> CODES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final JsonMapper json;

    MandateRows(JdbcClient jdbc, FieldCipher cipher, JsonMapper json) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.json = json;
    }

    void add(Mandate mandate, String requestKey) {
        jdbc.sql("""
                insert into counter.mandate
                  (id, request_key, name_sealed, document_kind, document_sealed, document_index, agent_posting,
                   agent_name, agent_unit, station, items, valid_from, valid_until, consent, consent_file, paper_id,
                   made_at, made_by_name)
                values
                  (:id, :key, :name, :kind, :document, :person, :agent, :agentName, :agentUnit, :station, :items::jsonb,
                   :from, :until, :consent, :file, :paper, :at, :by)""")
                .param("id", mandate.id())
                .param("key", requestKey)
                .param("name", cipher.seal(NAME, mandate.residentName()))
                .param("kind", mandate.document().kind().name())
                .param("document", cipher.seal(DOCUMENT, mandate.document().number()))
                .param("person", mandate.person())
                .param("agent", mandate.agent())
                .param("agentName", mandate.agentName())
                .param("agentUnit", mandate.agentUnit().value())
                .param("station", mandate.station().value())
                .param("items", json.writeValueAsString(mandate.items()))
                .param("from", mandate.from())
                .param("until", mandate.until())
                .param("consent", mandate.consent().name())
                .param("file", mandate.consentFile())
                .param("paper", mandate.paper().orElse(null))
                .param("at", Timestamp.from(mandate.madeAt()))
                .param("by", mandate.madeBy())
                .update();
    }

    Optional<Mandate> find(UUID id) {
        return jdbc.sql("select * from counter.mandate where id = :id")
                .param("id", id)
                .query(this::mandate)
                .optional();
    }

    Optional<Mandate> findByRequest(String key) {
        return jdbc.sql("select * from counter.mandate where request_key = :key")
                .param("key", key)
                .query(this::mandate)
                .optional();
    }

    List<Mandate> ofPerson(List<byte[]> person) {
        return jdbc.sql(
                        "select * from counter.mandate where document_index in (:person) order by made_at desc limit 50")
                .param("person", person)
                .query(this::mandate)
                .list();
    }

    List<Mandate> atStation(UnitCode station, LocalDate today) {
        return jdbc.sql("""
                        select * from counter.mandate where station = :station and valid_until >= :today
                        order by made_at desc limit 200""")
                .param("station", station.value())
                .param("today", today)
                .query(this::mandate)
                .list();
    }

    /** An agent's own that are in force on a day. */
    List<Mandate> ofAgent(UUID posting, LocalDate today) {
        return jdbc.sql("""
                        select * from counter.mandate
                        where agent_posting = :posting and valid_until >= :today and revoked_at is null
                        order by made_at desc limit 200""")
                .param("posting", posting)
                .param("today", today)
                .query(this::mandate)
                .list();
    }

    boolean revoke(UUID id, String reason, Instant at) {
        return jdbc.sql("""
                        update counter.mandate set revoked_at = :at, revoked_reason = :reason
                        where id = :id and revoked_at is null""")
                        .param("id", id)
                        .param("reason", reason)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** An agent who acts for many people (代办人代办人数). */
    record Busy(UUID agent, String agentName, String agentUnit, int residents, int errands) {}

    /** Agents of a station who acted for at least so many different people since a moment. */
    List<Busy> busy(UnitCode station, Instant since, int atLeast) {
        return jdbc.sql("""
                        select m.agent_posting as agent, max(m.agent_name) as agent_name,
                               max(m.agent_unit) as agent_unit, count(distinct e.document_index) as residents,
                               count(*) as errands
                        from counter.errand e join counter.mandate m on m.id = e.mandate_id
                        where e.station = :station and e.accepted_at >= :since
                        group by m.agent_posting having count(distinct e.document_index) >= :least
                        order by residents desc""")
                .param("station", station.value())
                .param("since", Timestamp.from(since))
                .param("least", atLeast)
                .query(Busy.class)
                .list();
    }

    private Mandate mandate(ResultSet row, int number) throws SQLException {
        return new Mandate(
                row.getObject("id", UUID.class),
                cipher.open(NAME, row.getString("name_sealed")),
                new IdDocument(
                        IdDocument.Kind.valueOf(row.getString("document_kind")),
                        cipher.open(DOCUMENT, row.getString("document_sealed"))),
                row.getBytes("document_index"),
                row.getObject("agent_posting", UUID.class),
                row.getString("agent_name"),
                UnitCode.of(row.getString("agent_unit")),
                UnitCode.of(row.getString("station")),
                json.readValue(row.getString("items"), CODES),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                Mandate.Consent.valueOf(row.getString("consent")),
                row.getObject("consent_file", UUID.class),
                Optional.ofNullable(row.getObject("paper_id", UUID.class)),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by_name"),
                Optional.ofNullable(row.getTimestamp("revoked_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("revoked_reason")));
    }
}
