package org.linli.counter.errand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.area.UnitCode;
import org.linli.casework.CaseId;
import org.linli.counter.catalogue.Item.Kind;
import org.linli.counter.errand.Errand.Given;
import org.linli.privacy.BlindIndex;
import org.linli.privacy.FieldCipher;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;
import org.linli.shared.Names;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of errands and of their materials. */
@Component
class ErrandFileRows {

    static final String NAME = "counter.errand.name_sealed";
    static final String DOCUMENT = "counter.errand.document_sealed";
    static final String PHONE = "counter.errand.phone_sealed";
    static final String ADDRESS = "counter.errand.address_sealed";
    static final String FORM = "counter.errand.form_sealed";
    static final String FINDINGS = "counter.errand.findings_sealed";

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final BlindIndex blind;
    private final JsonMapper json;

    ErrandFileRows(JdbcClient jdbc, FieldCipher cipher, BlindIndex blind, JsonMapper json) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.blind = blind;
        this.json = json;
    }

    /** What is noted of an errand beside what it is. */
    record Entry(
            String requestKey,
            boolean consent,
            Optional<UUID> mandate,
            UUID posting,
            String postingName,
            Optional<UnitCode> agencyPoint) {}

    byte[] personOf(IdDocument document) {
        return blind.of("id-number", document.number());
    }

    /** Under every key, for finding what is stored of a person. */
    List<byte[]> indexesOf(IdDocument document) {
        return blind.every("id-number", document.number());
    }

    boolean isPerson(IdDocument document, byte[] index) {
        return blind.matches("id-number", document.number(), index);
    }

    void add(Errand errand, Entry entry) {
        var applicant = errand.applicant();
        jdbc.sql("""
                insert into counter.errand
                  (id, request_key, case_id, case_number, station, agency_point, window_number, visit_id, area,
                   item_code, item_version, item_zh, item_en, kind, name_sealed, document_kind, document_sealed,
                   document_index, phone_sealed, phone_index, address_sealed, organisation, credit_code, form_sealed,
                   consent_to_reuse, follow_until, mandate_id, agent_name, accepted_by, accepted_by_name, accepted_at,
                   originals)
                values
                  (:id, :key, :case, :number, :station, :point, :window, :visit, :area,
                   :item, :version, :zh, :en, :kind, :name, :documentKind, :document,
                   :person, :phone, :phoneIndex, :address, :organisation, :credit, :form,
                   :consent, :follow, :mandate, :agent, :posting, :postingName, :at,
                   case when :point::text is null then 'NONE' else 'AT_POINT' end)""")
                .param("id", errand.id().value())
                .param("key", entry.requestKey())
                .param("case", errand.caseId().value())
                .param("number", errand.caseNumber())
                .param("station", errand.station().value())
                .param("point", entry.agencyPoint().map(UnitCode::value).orElse(null))
                .param("window", errand.window().orElse(null))
                .param("visit", errand.visit().orElse(null))
                .param("area", errand.area().value())
                .param("item", errand.item())
                .param("version", errand.itemVersion())
                .param("zh", errand.itemNames().zh())
                .param("en", errand.itemNames().en())
                .param("kind", errand.kind().name())
                .param("name", cipher.seal(NAME, applicant.name()))
                .param("documentKind", applicant.document().kind().name())
                .param("document", cipher.seal(DOCUMENT, applicant.document().number()))
                .param("person", errand.person())
                .param(
                        "phone",
                        applicant
                                .phone()
                                .map(value -> cipher.seal(PHONE, value))
                                .orElse(null))
                .param(
                        "phoneIndex",
                        applicant.phone().map(value -> blind.of("phone", value)).orElse(null))
                .param(
                        "address",
                        applicant
                                .address()
                                .map(value -> cipher.seal(ADDRESS, value))
                                .orElse(null))
                .param(
                        "organisation",
                        applicant
                                .organisation()
                                .map(Applicant.Organisation::name)
                                .orElse(null))
                .param(
                        "credit",
                        applicant
                                .organisation()
                                .map(Applicant.Organisation::creditCode)
                                .orElse(null))
                .param("form", cipher.seal(FORM, json.writeValueAsString(errand.form())))
                .param("consent", entry.consent())
                .param("follow", errand.followUntil().orElse(null))
                .param("mandate", entry.mandate().orElse(null))
                .param("agent", errand.agent().orElse(null))
                .param("posting", entry.posting())
                .param("postingName", entry.postingName())
                .param("at", Timestamp.from(errand.acceptedAt()))
                .update();
        addMaterials(errand);
    }

    private void addMaterials(Errand errand) {
        var materials = errand.materials();
        jdbc.sql("""
                insert into counter.errand_material (errand_id, code, position, name_zh, name_en, state, held_id)
                select :errand, given.code, given.place - 1, given.zh, given.en, given.state, given.held
                from unnest(:codes::text[], :zh::text[], :en::text[], :states::text[], :held::uuid[])
                  with ordinality as given (code, zh, en, state, held, place)""")
                .param("errand", errand.id().value())
                .param("codes", texts(materials, Given::code))
                .param("zh", texts(materials, given -> given.names().zh()))
                .param("en", texts(materials, given -> given.names().en()))
                .param("states", texts(materials, given -> given.state().name()))
                .param(
                        "held",
                        materials.stream()
                                .map(given -> given.held().orElse(null))
                                .toArray(UUID[]::new))
                .update();
    }

    private static String[] texts(List<Given> materials, Function<Given, String> of) {
        return materials.stream().map(of).toArray(String[]::new);
    }

    /** Whether a case or a one-time notice came of a request. */
    boolean isAnswered(String requestKey) {
        return jdbc.sql("""
                select exists (select from counter.errand where request_key = :key)
                    or exists (select from counter.enquiry where request_key = :key)""").param("key", requestKey).query(Boolean.class).single();
    }

    Optional<Errand> find(ErrandId id) {
        return where("e.id = :value", id.value());
    }

    Optional<Errand> findByRequest(String key) {
        return where("e.request_key = :value", key);
    }

    Optional<Errand> findByCase(CaseId id) {
        return where("e.case_id = :value", id.value());
    }

    Optional<Errand> findByNumber(String number) {
        return where("e.case_number = :value", number);
    }

    private Optional<Errand> where(String condition, Object value) {
        return jdbc.sql("select e.* from counter.errand e where " + condition)
                .param("value", value)
                .query(this::errand)
                .optional();
    }

    private Errand errand(ResultSet row, int number) throws SQLException {
        var id = new ErrandId(row.getObject("id", UUID.class));
        return new Errand(
                id,
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("case_number"),
                UnitCode.of(row.getString("station")),
                DivisionCode.of(row.getString("area")),
                Optional.ofNullable(row.getObject("window_number", Integer.class)),
                Optional.ofNullable(row.getObject("visit_id", UUID.class)),
                row.getString("item_code"),
                row.getInt("item_version"),
                Names.of(row.getString("item_zh"), row.getString("item_en")),
                Kind.valueOf(row.getString("kind")),
                applicant(row),
                row.getBytes("document_index"),
                answers(FORM, row.getString("form_sealed")),
                answers(FINDINGS, row.getString("findings_sealed")),
                materials(id),
                Optional.ofNullable(row.getObject("follow_until", LocalDate.class)),
                Optional.ofNullable(row.getString("agent_name")),
                row.getTimestamp("accepted_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("department_reason")));
    }

    private Applicant applicant(ResultSet row) throws SQLException {
        var organisation = row.getString("organisation");
        return new Applicant(
                cipher.open(NAME, row.getString("name_sealed")),
                new IdDocument(
                        IdDocument.Kind.valueOf(row.getString("document_kind")),
                        cipher.open(DOCUMENT, row.getString("document_sealed"))),
                opened(PHONE, row.getString("phone_sealed")),
                opened(ADDRESS, row.getString("address_sealed")),
                organisation == null
                        ? Optional.empty()
                        : Optional.of(new Applicant.Organisation(organisation, row.getString("credit_code"))));
    }

    private Optional<String> opened(String context, @Nullable String sealed) {
        return Optional.ofNullable(sealed).map(value -> cipher.open(context, value));
    }

    private Map<String, Object> answers(String context, @Nullable String sealed) {
        return sealed == null ? Map.of() : json.readValue(cipher.open(context, sealed), ANSWERS);
    }

    private List<Given> materials(ErrandId id) {
        return jdbc.sql("""
                        select m.code, m.name_zh, m.name_en, m.state, m.held_id, m.settled_at,
                               array(select f.id from counter.errand_file f
                                     where f.errand_id = m.errand_id and f.code = m.code and f.void_at is null
                                     order by f.id) as files
                        from counter.errand_material m where m.errand_id = :errand order by m.position""")
                .param("errand", id.value())
                .query((row, number) -> new Given(
                        row.getString("code"),
                        Names.of(row.getString("name_zh"), row.getString("name_en")),
                        MaterialState.valueOf(row.getString("state")),
                        List.of((UUID[]) row.getArray("files").getArray()),
                        Optional.ofNullable(row.getObject("held_id", UUID.class)),
                        Optional.ofNullable(row.getTimestamp("settled_at")).map(Timestamp::toInstant)))
                .list();
    }

    boolean settle(ErrandId errand, String code, Instant at, String by) {
        return jdbc.sql("""
                        update counter.errand_material
                        set settled_at = :at, settled_by = :by
                        where errand_id = :errand and code = :code and state = 'FOLLOWS' and settled_at is null""")
                        .param("errand", errand.value())
                        .param("code", code)
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    boolean isTakenBy(ErrandId errand, UUID posting) {
        return jdbc.sql("select exists (select from counter.errand where id = :id and accepted_by = :posting)")
                .param("id", errand.value())
                .param("posting", posting)
                .query(Boolean.class)
                .single();
    }

    void keepFindings(ErrandId errand, Map<String, Object> findings) {
        jdbc.sql("update counter.errand set findings_sealed = :findings where id = :id")
                .param("id", errand.value())
                .param("findings", cipher.seal(FINDINGS, json.writeValueAsString(findings)))
                .update();
    }

    void decide(ErrandId errand, String outcome, String reason, Instant at) {
        jdbc.sql("""
                update counter.errand
                set outcome = :outcome, decided_at = :at, department_reason = nullif(:reason, '') where id = :id""")
                .param("id", errand.value())
                .param("outcome", outcome)
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .update();
    }

    boolean finish(ErrandId errand, Instant at, int seconds) {
        return jdbc.sql("""
                        update counter.errand set finished_at = :at, handling_seconds = :seconds
                        where id = :id and finished_at is null""")
                        .param("id", errand.value())
                        .param("at", Timestamp.from(at))
                        .param("seconds", seconds)
                        .update()
                == 1;
    }

    void deliver(ErrandId errand, Instant at, String way) {
        jdbc.sql("update counter.errand set delivered_at = :at, delivery_way = :way where id = :id")
                .param("id", errand.value())
                .param("at", Timestamp.from(at))
                .param("way", way)
                .update();
    }

    boolean takeOriginals(ErrandId errand) {
        return jdbc.sql(
                                "update counter.errand set originals = 'HANDED_OVER' where id = :id and originals in ('AT_POINT', 'ON_THE_WAY')")
                        .param("id", errand.value())
                        .update()
                == 1;
    }

    /** Opens a sealed number that belongs to nobody, so that a wrong guess takes as long as a right one. */
    String unsealNothing() {
        return cipher.open(DOCUMENT, cipher.seal(DOCUMENT, "000000000000000000"));
    }

    /** Cases of a visit's errands that have ended. */
    List<CaseId> endedOfVisit(UUID visit) {
        return jdbc.sql("""
                        select e.case_id from counter.errand e join casework.case_file c on c.id = e.case_id
                        where e.visit_id = :visit and c.ended_at is not null order by e.accepted_at""").param("visit", visit).query(UUID.class).list().stream()
                .map(CaseId::new)
                .toList();
    }
}
