package org.linli.rights.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.casework.CaseId;
import org.linli.casework.Cases;
import org.linli.files.Attachments;
import org.linli.registry.Because;
import org.linli.registry.ChangeSource;
import org.linli.registry.NewPerson;
import org.linli.registry.People;
import org.linli.registry.Person;
import org.linli.registry.PersonFacts;
import org.linli.registry.PersonId;
import org.linli.registry.Restrictions;
import org.linli.registry.Restrictions.Ground;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;
import org.linli.shared.Sex;
import org.linli.testing.Actings;
import org.linli.testing.IdNumbers;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people ask about their data, from the window to the answer. */
@LinliTest
class RequestJourneyTests {

    private static final DivisionCode COMMUNITY = DivisionCode.of("150203001015");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Because TOLD = Because.of(ChangeSource.COUNTER, "本人告知");

    @Autowired
    MockMvc mvc;

    @Autowired
    Cases cases;

    @Autowired
    People people;

    @Autowired
    Restrictions restrictions;

    @Autowired
    Attachments attachments;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private final SignedIn clerk = SignedIn.as("clerk");
    private final SignedIn officer = SignedIn.as("data-officer", UnitCode.of("DG-150203"), DivisionCode.of("150203"));
    private final Acting registrar = Actings.clerk(People.READ, People.WRITE);
    private final String number = IdNumbers.next();
    private final IdDocument card = new IdDocument(IdDocument.Kind.RESIDENT_ID, number);

    record Answer(int status, JsonNode body) {

        String text(String path) {
            return body.at(path).asString("");
        }
    }

    @BeforeEach
    void start() {
        clock.set(SettableClock.START);
    }

    private PersonId somebody() {
        var facts = PersonFacts.of("敖登其木格", Sex.UNKNOWN, Optional.empty()).registeredAt("少先路21号街坊3栋");
        return people.register(registrar, new NewPerson(facts, List.of(card), List.of("13847200001"), COMMUNITY), TOLD);
    }

    @Test
    void copiesEverythingThatIsHeldAndSaysWhoReadIt() throws Exception {
        somebody();
        var received = receive(self("COPY"));
        assertThat(received.status()).isEqualTo(200);
        assertThat(received.text("/maskedRequester")).isEqualTo("敖***");
        assertThat(received.body().toString()).doesNotContain(number);
        assertThat(received.text("/papers/0")).isEqualTo("RECEIPT");
        assertThat(receive(self("COPY", received)).text("/id")).isEqualTo(received.text("/id"));

        decide(received, "grant", "");
        act(officer, received, "CARRY_OUT", Map.of(), "");
        act(clerk, received, "DELIVER", Map.of(), "");
        var shown = get(clerk, "/api/rights/requests/" + received.text("/id"));
        assertThat(shown.text("/outcome")).isEqualTo("GRANTED");
        assertThat(shown.body().at("/ended").asBoolean()).isTrue();
        assertThat(text(received, "COPY")).contains("敖登其木格", "少先路21号街坊3栋", number, "13847200001", "本平台持有");
        assertThat(text(received, "ANSWER")).contains("第四十五条").doesNotContain("人民法院");
        assertThat(get(clerk, "/api/rights/requests/" + received.text("/id") + "/papers/RECEIPT/pages")
                        .body()
                        .at("/pages/0")
                        .asString(""))
                .startsWith("iVBOR");
        assertThat(jdbc.sql("select pdf_sealed from rights.paper where request_id = :id and kind = 'COPY'")
                        .param("id", UUID.fromString(received.text("/id")))
                        .query(String.class)
                        .single())
                .doesNotContain("JVBER");

        var readers = post(officer, "/api/rights/desk/readers", Map.of("person", identified()));
        assertThat(readers.body().toString())
                .contains("rights.request.copy", "rights.paper.open", "\"copy\"", "data-officer")
                .doesNotContain("王芳", number);
    }

    @Test
    void putsWhatWasWrongIntoTheBaseWithTheCaseAsReference() {
        var person = somebody();
        var form = self("CORRECTION");
        form.put(
                "corrections",
                List.of(
                        Map.of("field", "NAME", "value", "敖登其木格玛"),
                        Map.of("field", "PHONE", "value", "138 4720 0009")));
        var received = receive(form);
        decide(received, "grant", "已核对户口簿");
        act(officer, received, "CARRY_OUT", Map.of(), "");
        var now = people.person(person).orElseThrow();
        assertThat(now.facts().name()).isEqualTo("敖登其木格玛");
        assertThat(now.facts().registeredAddress()).contains("少先路21号街坊3栋");
        assertThat(now.phone()).contains("13847200009");
        assertThat(jdbc.sql("""
                                select c.reference from registry.person p join registry.change c on c.id = p.change_id
                                 where p.id = :id""").param("id", person.value()).query(String.class).single())
                .isEqualTo("rights-request:" + received.text("/id"));
    }

    @Test
    void restrictsWhoeverObjectsUntilItIsLifted() {
        var person = somebody();
        var form = self("OBJECTION");
        form.put("wish", "不同意将本人资料用于电话回访");
        var received = receive(form);
        decide(received, "grant", "");
        act(officer, received, "CARRY_OUT", Map.of(), "");
        assertThat(restrictions.among(List.of(person))).containsExactly(person);

        var looked = post(officer, "/api/rights/desk/holdings", identified());
        assertThat(looked.body().at("/restricted").asBoolean()).isTrue();
        var restriction = looked.text("/restrictions/0/id");
        var lifted = post(officer, "/api/rights/desk/restrictions/" + restriction + "/lift", Map.of("reason", "本人撤回"));
        assertThat(lifted.status()).isEqualTo(204);
        assertThat(restrictions.among(List.of(person))).isEmpty();
    }

    @Test
    void refusesWithReasonsAndTheWaysOn() throws Exception {
        somebody();
        var form = self("DELETION");
        form.put("wish", "请删除全部资料");
        var received = receive(form);
        assertThat(decide(received, "refuse", "").text("/reason")).isEqualTo("rights.reasons-needed");
        decide(received, "refuse", "办件档案的法定保存期限未满");
        assertThat(text(received, "ANSWER")).contains("法定保存期限未满", "投诉", "人民法院提起诉讼");

        var progress = post(null, "/api/public/rights/progress", pair(received, number.substring(14)));
        assertThat(progress.text("/outcome")).isEqualTo("REFUSED");
        assertThat(progress.text("/answer")).contains("法定保存期限未满");
        assertThat(progress.text("/complaintsTo")).isNotEmpty();
        assertThat(progress.body().toString()).doesNotContain("敖登", "王芳", number);
        assertThat(post(null, "/api/public/rights/progress", pair(received, "0000"))
                        .text("/reason"))
                .isEqualTo("rights.wrong-pair");
    }

    @Test
    void emptiesTheRecordWhenRemovalIsGrantedAndBlocksItWhereALawForbidsThat() {
        var person = somebody();
        var form = self("DELETION");
        form.put("wish", "已迁出本区");
        var blocked = receive(form);
        decide(blocked, "block", "档案保存期限未满");
        act(officer, blocked, "CARRY_OUT", Map.of(), "");
        assertThat(restrictions.of(person))
                .extracting(Restrictions.Restriction::ground)
                .containsExactly(Ground.KEPT_BY_LAW);
        assertThat(people.person(person)).isPresent();

        form.put("requestKey", UUID.randomUUID().toString());
        var granted = receive(form);
        decide(granted, "grant", "");
        act(officer, granted, "CARRY_OUT", Map.of(), "");
        assertThat(people.person(person)).isEmpty();
        assertThat(people.byDocument(card)).isEmpty();
    }

    @Test
    void letsRelativesOfTheDeadAskWithAProof() {
        var person = somebody();
        var form = self("COPY");
        form.put("askedBy", "RELATIVE");
        form.put("requester", party("包凤英", IdNumbers.next()));
        form.put("wish", "办理遗产继承");
        assertThat(receive(form).text("/reason")).isEqualTo("rights.subject-missing");
        form.put("subject", party("敖登其木格", number));
        assertThat(receive(form).text("/reason")).isEqualTo("rights.proof-missing");
        form.put("proofFile", upload());
        assertThat(receive(form).text("/reason")).isEqualTo("rights.not-deceased");
        people.stand(registrar, person, Person.Standing.DECEASED, TOLD);
        var received = receive(form);
        assertThat(received.status()).isEqualTo(200);
        assertThat(received.text("/maskedSubject")).isEqualTo("敖***");
        assertThat(get(officer, "/api/rights/requests/" + received.text("/id")).text("/proofFile"))
                .isEqualTo(form.get("proofFile"));
    }

    @Test
    void asksForIdentityAndForWhatIsMissing() {
        assertThat(post(
                                officer,
                                "/api/rights/desk/holdings",
                                Map.of(
                                        "documentKind",
                                        "RESIDENT_ID",
                                        "documentNumber",
                                        number,
                                        "identityChecked",
                                        false))
                        .text("/reason"))
                .isEqualTo("rights.identity-not-checked");
        assertThat(receive(self("CORRECTION")).text("/reason")).isEqualTo("rights.not-in-base");
        somebody();
        assertThat(receive(self("CORRECTION")).text("/reason")).isEqualTo("rights.corrections-missing");
        assertThat(receive(self("OBJECTION")).text("/reason")).isEqualTo("rights.wish-missing");
        var wrong = self("COPY");
        wrong.put("requester", party("敖登其木格", "150203198808081230"));
        assertThat(receive(wrong).text("/faults/0/field")).isEqualTo("requester.documentNumber");
    }

    @Test
    void isDecidedByTheOfficerOnlyAndSeenByWhomItConcerns() {
        somebody();
        var received = receive(self("COPY"));
        var revision = cases.find(caseOf(received)).orElseThrow().revision();
        assertThat(post(
                                clerk,
                                "/api/casework/cases/" + received.text("/caseId") + "/actions",
                                action("DECIDE", revision, Map.of("decision", "grant"), ""))
                        .status())
                .isEqualTo(403);
        var stranger = SignedIn.as("clerk", UnitCode.of("ST-150203003"), DivisionCode.of("150203003"));
        assertThat(get(stranger, "/api/rights/requests/" + received.text("/id")).status())
                .isEqualTo(404);
        assertThat(post(clerk, "/api/rights/desk/holdings", identified()).status())
                .isEqualTo(403);
    }

    private String upload() {
        var by = clerkActing();
        return attachments
                .store(
                        by,
                        "posting:" + by.posting().value(),
                        "证明.pdf",
                        "application/pdf",
                        new java.io.ByteArrayInputStream(pdf()))
                .id()
                .value()
                .toString();
    }

    private Acting clerkActing() {
        return new Acting(
                clerk.posting(),
                clerk.account(),
                "王芳",
                "clerk",
                Actings.SHAOXIANLU_STATION,
                Actings.SHAOXIANLU,
                Optional.empty(),
                java.util.Set.of());
    }

    private static byte[] pdf() {
        try (var document = new org.apache.pdfbox.pdmodel.PDDocument()) {
            document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            var bytes = new java.io.ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Map<String, Object> identified() {
        return Map.of("documentKind", "RESIDENT_ID", "documentNumber", number, "identityChecked", true);
    }

    private static Map<String, Object> pair(Answer received, String lastFour) {
        return Map.of("caseNumber", received.text("/caseNumber"), "lastFour", lastFour);
    }

    private Map<String, Object> self(String kind) {
        var form = new LinkedHashMap<String, Object>();
        form.put("requestKey", UUID.randomUUID().toString());
        form.put("kind", kind);
        form.put("askedBy", "SELF");
        form.put("identity", "CARD");
        form.put("requester", party("敖登其木格", number));
        form.put("phone", "13847200001");
        form.put("wish", "");
        return form;
    }

    private Map<String, Object> self(String kind, Answer earlier) {
        var form = self(kind);
        form.put(
                "requestKey",
                jdbc.sql("select request_key from rights.request where id = :id")
                        .param("id", UUID.fromString(earlier.text("/id")))
                        .query(String.class)
                        .single());
        return form;
    }

    private static Map<String, Object> party(String name, String idNumber) {
        return Map.of("name", name, "documentKind", "RESIDENT_ID", "documentNumber", idNumber);
    }

    private Answer receive(Map<String, Object> form) {
        return post(clerk, "/api/rights/requests", form);
    }

    private Answer decide(Answer received, String decision, String note) {
        return act(officer, received, "DECIDE", Map.of("decision", decision), note);
    }

    private CaseId caseOf(Answer received) {
        return new CaseId(UUID.fromString(received.text("/caseId")));
    }

    private Answer act(SignedIn who, Answer received, String action, Map<String, Object> input, String note) {
        var revision = cases.find(caseOf(received)).orElseThrow().revision();
        var answer = post(
                who,
                "/api/casework/cases/" + received.text("/caseId") + "/actions",
                action(action, revision, input, note));
        if (answer.text("/reason").isEmpty()) {
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        }
        return answer;
    }

    private static Map<String, Object> action(String action, int revision, Map<String, Object> input, String note) {
        return Map.of(
                "revision", revision,
                "action", action,
                "note", note,
                "input", input,
                "requestKey", UUID.randomUUID().toString());
    }

    private String text(Answer received, String kind) throws Exception {
        var pdf = mvc.perform(MockMvcRequestBuilders.get(
                                "/api/rights/requests/" + received.text("/id") + "/papers/" + kind + "/pdf")
                        .with(officer))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    private Answer get(SignedIn who, String path) {
        try {
            var response = mvc.perform(MockMvcRequestBuilders.get(path).with(who))
                    .andReturn()
                    .getResponse();
            return new Answer(response.getStatus(), JSON.readTree(response.getContentAsByteArray()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer post(@org.jspecify.annotations.Nullable SignedIn who, String path, Object body) {
        try {
            var request = MockMvcRequestBuilders.post(path)
                    .contentType("application/json")
                    .content(JSON.writeValueAsBytes(body));
            request.with(who == null ? org.linli.testing.AntiForgery.token() : who);
            var response = mvc.perform(request).andReturn().getResponse();
            var bytes = response.getContentAsByteArray();
            return new Answer(response.getStatus(), bytes.length == 0 ? JSON.nullNode() : JSON.readTree(bytes));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
