package org.linli.rights.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.casework.CaseId;
import org.linli.files.FileId;
import org.linli.privacy.BlindIndex;
import org.linli.privacy.FieldCipher;
import org.linli.registry.PersonId;
import org.linli.rights.request.Request.Decision;
import org.linli.rights.request.Request.Outcome;
import org.linli.rights.request.Request.Party;
import org.linli.rights.request.Request.Wish;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;
import org.linli.shared.Names;
import org.linli.shared.PersonalHoldings.Holding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rows of requests. */
@Component
class RequestRows {

    static final String REQUESTER_NAME = "rights.requester.name";
    static final String REQUESTER_DOCUMENT = "rights.requester.document";
    static final String REQUESTER_PHONE = "rights.requester.phone";
    static final String SUBJECT_NAME = "rights.subject.name";
    static final String SUBJECT_DOCUMENT = "rights.subject.document";
    static final String WISH = "rights.request.wish";
    static final String ANSWER = "rights.request.answer";
    static final String INDEX = "id-number";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final BlindIndex index;
    private final JsonMapper json;

    RequestRows(JdbcClient jdbc, FieldCipher cipher, BlindIndex index, JsonMapper json) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.index = index;
        this.json = json;
    }

    void add(Request request, String requestKey, Acting by) {
        jdbc.sql("""
                insert into rights.request
                  (id, request_key, case_id, case_number, kind, asked_by, requester_name_sealed,
                   requester_document_kind, requester_document_sealed, requester_document_index, requester_phone_sealed,
                   person_id, subject_name_sealed, subject_document_kind, subject_document_sealed,
                   subject_document_index, wish_sealed, identity, proof_file, station, area, received_by,
                   received_by_name, received_at)
                values
                  (:id, :key, :case, :number, :kind, :askedBy, :requesterName, :requesterKind, :requesterDocument,
                   :requesterIndex, :phone, :person, :subjectName, :subjectKind, :subjectDocument, :subjectIndex, :wish,
                   :identity, :proof, :station, :area, :posting, :by, :at)""")
                .param("id", request.id())
                .param("key", requestKey)
                .param("case", request.caseId().value())
                .param("number", request.caseNumber())
                .param("kind", request.kind().name())
                .param("askedBy", request.askedBy().name())
                .param(
                        "requesterName",
                        cipher.seal(REQUESTER_NAME, request.requester().name()))
                .param("requesterKind", request.requester().document().kind().name())
                .param(
                        "requesterDocument",
                        cipher.seal(
                                REQUESTER_DOCUMENT,
                                request.requester().document().number()))
                .param(
                        "requesterIndex",
                        index.of(INDEX, request.requester().document().number()))
                .param(
                        "phone",
                        request.phone()
                                .map(phone -> cipher.seal(REQUESTER_PHONE, phone))
                                .orElse(null))
                .param("person", request.person().map(PersonId::value).orElse(null))
                .param(
                        "subjectName",
                        cipher.seal(SUBJECT_NAME, request.subject().name()))
                .param("subjectKind", request.subject().document().kind().name())
                .param(
                        "subjectDocument",
                        cipher.seal(
                                SUBJECT_DOCUMENT, request.subject().document().number()))
                .param(
                        "subjectIndex",
                        index.of(INDEX, request.subject().document().number()))
                .param("wish", cipher.seal(WISH, json.writeValueAsString(request.wish())))
                .param("identity", request.identity().name())
                .param("proof", request.proof().map(FileId::value).orElse(null))
                .param("station", request.station().value())
                .param("area", request.area().value())
                .param("posting", by.posting().value())
                .param("by", request.receivedBy())
                .param("at", Timestamp.from(request.receivedAt()))
                .update();
    }

    Optional<Request> find(UUID id) {
        return one("id", id);
    }

    Optional<Request> ofCase(CaseId id) {
        return one("case_id", id.value());
    }

    Optional<Request> findByRequest(String key) {
        return one("request_key", key);
    }

    Optional<Request> findByNumber(String number) {
        return one("case_number", number.strip().toUpperCase(Locale.ROOT));
    }

    void decide(UUID id, Decision decision) {
        jdbc.sql("""
                update rights.request
                   set outcome = :outcome, answer_sealed = :answer, decided_at = :at, decided_by_name = :by
                 where id = :id""")
                .param("id", id)
                .param("outcome", decision.outcome().name())
                .param("answer", cipher.seal(ANSWER, decision.answer()))
                .param("at", Timestamp.from(decision.at()))
                .param("by", decision.by())
                .update();
    }

    void carriedOut(UUID id, Instant at) {
        jdbc.sql("update rights.request set carried_out_at = :at where id = :id")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .update();
    }

    List<byte[]> indexes(List<IdDocument> documents) {
        return documents.stream()
                .flatMap(document -> index.every(INDEX, document.number()).stream())
                .toList();
    }

    /** Requests somebody made, or that are about somebody; newest first. */
    List<Request> about(List<byte[]> person) {
        return jdbc.sql("""
                        select * from rights.request
                         where requester_document_index in (:person) or subject_document_index in (:person)
                         order by received_at desc, id desc limit 100""").param("person", person).query(this::request).list();
    }

    Optional<Holding> counted(List<byte[]> person) {
        return jdbc.sql("""
                        select count(*) as count, min(received_at) as since, max(received_at) as latest
                          from rights.request
                         where requester_document_index in (:person) or subject_document_index in (:person)
                        having count(*) > 0""")
                .param("person", person)
                .query((row, number) -> new Holding(
                        "request",
                        row.getLong("count"),
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("latest").toInstant(),
                        List.of(Names.of("本人或代表提出", "asked at the desk"))))
                .optional();
    }

    private Optional<Request> one(String column, Object value) {
        return jdbc.sql("select * from rights.request where " + column + " = :value")
                .param("value", value)
                .query(this::request)
                .optional();
    }

    private Request request(ResultSet row, int number) throws SQLException {
        return new Request(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("case_number"),
                RequestKind.valueOf(row.getString("kind")),
                AskedBy.valueOf(row.getString("asked_by")),
                new Party(
                        cipher.open(REQUESTER_NAME, row.getString("requester_name_sealed")),
                        new IdDocument(
                                IdDocument.Kind.valueOf(row.getString("requester_document_kind")),
                                cipher.open(REQUESTER_DOCUMENT, row.getString("requester_document_sealed")))),
                Optional.ofNullable(row.getString("requester_phone_sealed"))
                        .map(phone -> cipher.open(REQUESTER_PHONE, phone)),
                new Party(
                        cipher.open(SUBJECT_NAME, row.getString("subject_name_sealed")),
                        new IdDocument(
                                IdDocument.Kind.valueOf(row.getString("subject_document_kind")),
                                cipher.open(SUBJECT_DOCUMENT, row.getString("subject_document_sealed")))),
                Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new),
                json.readValue(cipher.open(WISH, row.getString("wish_sealed")), Wish.class),
                IdentityCheck.valueOf(row.getString("identity")),
                Optional.ofNullable(row.getObject("proof_file", UUID.class)).map(FileId::new),
                UnitCode.of(row.getString("station")),
                DivisionCode.of(row.getString("area")),
                row.getString("received_by_name"),
                row.getTimestamp("received_at").toInstant(),
                decision(row),
                Optional.ofNullable(row.getTimestamp("carried_out_at")).map(Timestamp::toInstant));
    }

    private Optional<Decision> decision(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return outcome == null
                ? Optional.empty()
                : Optional.of(new Decision(
                        Outcome.valueOf(outcome),
                        cipher.open(ANSWER, row.getString("answer_sealed")),
                        row.getTimestamp("decided_at").toInstant(),
                        row.getString("decided_by_name")));
    }
}
