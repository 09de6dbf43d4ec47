package org.linli.counter.errand;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseId;
import org.linli.casework.CaseSnapshot;
import org.linli.casework.Cases;
import org.linli.shared.DivisionCode;
import org.linli.testing.Actings;
import org.linli.testing.SignedIn;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a clerk at a window does, for tests: applications to hand in, and the calls that hand them in. */
final class Windows {

    static final String COMMUNITY = "150203001015";
    static final String RESIDENCE = "150203-ZM-001";
    static final String CONDUCT = "150203-ZM-002";
    static final String REGISTRATION = "150203-ZB-004";
    static final String PENSION = "150203-DB-001";
    static final String RELIEF = "150203-SL-002";

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger VISITORS = new AtomicInteger();

    private final MockMvc mvc;
    private final Cases cases;

    /** Where somebody asks from who did not sign in; what one test asked is not counted against another. */
    private final String address = "10.9.%d.%d".formatted(VISITORS.incrementAndGet() / 250, VISITORS.get() % 250);

    final SignedIn clerk = SignedIn.as("clerk");

    Windows(MockMvc mvc, Cases cases) {
        this.mvc = mvc;
        this.cases = cases;
    }

    /** What came back: the status and the JSON. */
    record Answer(int status, JsonNode body) {

        String text(String path) {
            return body.at(path).asString("");
        }
    }

    /** An identity number nobody else in the tests has. */
    static String idNumber() {
        var digits = "150203197%d%02d%02d%03d"
                .formatted(
                        PEOPLE.incrementAndGet() / 300 % 10,
                        1 + PEOPLE.get() / 25 % 12,
                        1 + PEOPLE.get() % 25,
                        100 + PEOPLE.get() % 900);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var at = 0; at < 17; at++) {
            sum += (digits.charAt(at) - '0') * weights[at];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    static Map<String, Object> person(String idNumber) {
        var person = new LinkedHashMap<String, Object>();
        person.put("name", "李秀英");
        person.put("documentKind", "RESIDENT_ID");
        person.put("documentNumber", idNumber);
        person.put("phone", "13847212345");
        person.put("address", "少先路21号街坊3栋2单元501室");
        person.put("cardRead", true);
        person.put("cardValidUntil", "2036-01-01");
        return person;
    }

    /** An application with these materials: code and state in turn. */
    static Map<String, Object> application(
            String item, String idNumber, Map<String, Object> form, String... materials) {
        var application = new LinkedHashMap<String, Object>();
        application.put("requestKey", UUID.randomUUID().toString());
        application.put("applicant", person(idNumber));
        application.put("area", COMMUNITY);
        application.put("item", item);
        application.put("form", form);
        application.put("consentToReuse", false);
        var rows = new java.util.ArrayList<Map<String, Object>>();
        for (var at = 0; at < materials.length; at += 2) {
            rows.add(Map.of("code", materials[at], "state", materials[at + 1]));
        }
        application.put("materials", rows);
        return application;
    }

    static Map<String, Object> residence(String idNumber) {
        return application(
                RESIDENCE,
                idNumber,
                Map.of("purpose", "子女入学", "since", "2019-05-01", "tenure", "owned"),
                "home-right-or-lease",
                "PRESENT",
                "own-commitment",
                "PRESENT");
    }

    static Map<String, Object> pension(String idNumber, String bankCard) {
        return application(PENSION, idNumber, Map.of(), "household-register", "PRESENT", "bank-card", bankCard);
    }

    static Map<String, Object> relief(String idNumber) {
        return application(
                RELIEF,
                idNumber,
                Map.of("householdSize", "3"),
                "household-register",
                "PRESENT",
                "hardship-evidence",
                "PRESENT");
    }

    Answer accept(Map<String, Object> application) {
        return post(clerk, "/api/counter/errands", application);
    }

    Answer post(SignedIn who, String path, Object body) {
        return perform(MockMvcRequestBuilders.post(path)
                .with(who)
                .contentType("application/json")
                .content(JSON.writeValueAsBytes(body)));
    }

    /** Only whether it is answered, for what is no JSON. */
    int status(SignedIn who, String path) {
        try {
            return mvc.perform(MockMvcRequestBuilders.get(path).with(who))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Answer get(SignedIn who, String path) {
        return perform(MockMvcRequestBuilders.get(path).with(who));
    }

    /** Somebody who did not sign in. */
    Answer publicly(String path, Object body) {
        return perform(MockMvcRequestBuilders.post(path)
                .remoteAddress(address)
                .contentType("application/json")
                .header("Accept-Language", "en")
                .content(JSON.writeValueAsBytes(body)));
    }

    private Answer perform(AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
            var text = response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
            return new Answer(response.getStatus(), text.isEmpty() ? JSON.nullNode() : JSON.readTree(text));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A photo that somebody uploads, as the desk does before anything else. */
    String upload(SignedIn who) {
        return upload(who, "page.png", "image/png", png()).text("/id");
    }

    Answer upload(SignedIn who, String name, String type, byte[] bytes) {
        return perform(MockMvcRequestBuilders.multipart("/api/files")
                .file(new org.springframework.mock.web.MockMultipartFile("file", name, type, bytes))
                .with(who));
    }

    static byte[] png() {
        try {
            var bytes = new java.io.ByteArrayOutputStream();
            var picture = new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB);
            javax.imageio.ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Acts on a case as a clerk of the station. */
    CaseSnapshot act(String caseId, String action, String note, Map<String, Object> input) {
        return act(Actings.clerk("casework.case.act"), caseId, action, note, input);
    }

    CaseSnapshot act(Acting by, String caseId, String action, String note, Map<String, Object> input) {
        var id = new CaseId(UUID.fromString(caseId));
        var revision = cases.find(id).orElseThrow().revision();
        cases.act(
                by,
                new ActOnCase(
                        id, revision, action, note, input, UUID.randomUUID().toString()));
        return cases.find(id).orElseThrow();
    }

    CaseSnapshot find(String caseId) {
        return cases.find(new CaseId(UUID.fromString(caseId))).orElseThrow();
    }

    static Acting committee() {
        return Actings.with(
                "committee-clerk", UnitCode.of("CO-" + COMMUNITY), DivisionCode.of(COMMUNITY), "casework.case.act");
    }

    static List<String> kinds(Answer errand, String path) {
        var kinds = new java.util.ArrayList<String>();
        errand.body().at(path).forEach(paper -> kinds.add(paper.path("kind").asString("")));
        return kinds;
    }
}
