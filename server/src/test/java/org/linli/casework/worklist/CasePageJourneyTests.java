package org.linli.casework.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.casework.CaseReceipt;
import org.linli.casework.CaseSubject;
import org.linli.casework.Cases;
import org.linli.casework.OpenCase;
import org.linli.casework.PublicProgress;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Lists and the case page, as the console asks for them. */
@LinliTest
class CasePageJourneyTests {

    private static final UnitCode ELSEWHERE = UnitCode.of("ST-150203004");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Cases cases;

    @Autowired
    PublicProgress progress;

    @Autowired
    JdbcClient jdbc;

    private final SignedIn clerk = SignedIn.as("clerk");

    @Test
    void walksFromThePoolToTheAnswer() {
        var opened = opened(Actings.SHAOXIANLU_STATION);
        assertThat(mvc.perform(get("/api/casework/work")
                        .param("scope", "POOL")
                        .param("limit", "100")
                        .with(clerk)))
                .hasStatusOk()
                .bodyText()
                .contains(opened.number());
        assertThat(page(opened, clerk))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("actions[*].code")
                .asArray()
                .contains("TAKE_UP", "ANSWER", "claim", "note");
        assertThat(page(opened, clerk))
                .bodyJson()
                .extractingPath("actions[?(@.primary == true)].code")
                .isEqualTo(java.util.List.of("TAKE_UP"));
        assertThat(act(opened, 1, "claim", "", "{}")).hasStatusOk();
        assertThat(mvc.perform(get("/api/casework/work").with(clerk)))
                .bodyText()
                .contains(opened.number());
        assertThat(act(opened, 2, "ANSWER", "", "{}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("faults[0].field")
                .isEqualTo("note");
        assertThat(act(opened, 2, "ANSWER", "情况属实", "{}")).hasStatusOk();
        assertThat(act(opened, 2, "note", "再说一句", "{}")).hasStatus(409);
        var done = page(opened, clerk);
        assertThat(done).bodyJson().extractingPath("stateNames.zh").isEqualTo("已答复");
        assertThat(done).bodyJson().extractingPath("timeline[2].note").isEqualTo("情况属实");
        assertThat(done).bodyJson().extractingPath("clocks[0].kind").isEqualTo("PROMISED");
    }

    @Test
    void namesAMatterInBothLanguagesWhereverItIsShown() {
        var opened = opened(Actings.SHAOXIANLU_STATION);
        assertThat(page(opened, clerk)).bodyJson().extractingPath("title.en").isEqualTo("Please verify a paper");
        assertThat(mvc.perform(get("/api/casework/cases")
                        .param("number", opened.number())
                        .with(clerk)))
                .bodyJson()
                .extractingPath("title")
                .isEqualTo(Map.of("zh", "请核实一份材料", "en", "Please verify a paper"));
        assertThat(act(opened, 1, "claim", "", "{}")).hasStatusOk();
        assertThat(act(opened, 2, "split", "分开办", "{\"title\":\"其中一份\"}")).hasStatusOk();
        assertThat(page(opened, clerk))
                .bodyJson()
                .extractingPath("related[0].title")
                .isEqualTo(Map.of("zh", "其中一份", "en", "其中一份"));
    }

    @Test
    void notesEveryReadingOfACase() {
        var opened = opened(Actings.SHAOXIANLU_STATION);
        page(opened, clerk);
        assertThat(jdbc.sql("select count(*) from access.audit where object = :object and act = 'casework.case.read'")
                        .param("object", "casework.case:" + opened.id().value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void showsNothingOfCasesInOtherAreas() {
        var opened = opened(Actings.SHAOXIANLU_STATION);
        var stranger = SignedIn.as("clerk", ELSEWHERE, DivisionCode.of("150203004"));
        assertThat(page(opened, stranger)).hasStatus(404);
        assertThat(mvc.perform(get("/api/casework/cases")
                        .param("number", opened.number())
                        .with(stranger)))
                .hasStatus(404);
        assertThat(mvc.perform(get("/api/casework/cases")
                        .param("number", opened.number())
                        .with(clerk)))
                .hasStatusOk();
        assertThat(mvc.perform(get("/api/casework/work").param("scope", "AREA").with(clerk)))
                .hasStatus(403);
    }

    @Test
    void givesTheSupervisorFiguresOfUnits() {
        opened(Actings.SHAOXIANLU_STATION);
        var supervisor = SignedIn.as("district-supervisor", UnitCode.of("GOV-150203"), DivisionCode.of("150203"));
        assertThat(mvc.perform(get("/api/casework/supervision/units").with(supervisor)))
                .hasStatusOk()
                .bodyText()
                .contains("ST-150203001");
        assertThat(mvc.perform(get("/api/casework/supervision/cases")
                        .param("figure", "OPEN")
                        .param("unit", "ST-150203001")
                        .with(supervisor)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("items[0].unit")
                .isEqualTo("ST-150203001");
        assertThat(mvc.perform(get("/api/casework/supervision/cases")
                        .param("figure", "OPEN")
                        .with(clerk)))
                .hasStatus(403);
        assertThat(mvc.perform(get("/api/casework/supervision/cases")
                        .param("figure", "EVERYTHING")
                        .with(supervisor)))
                .hasStatus(400);
        assertThat(mvc.perform(get("/api/casework/work")
                        .param("scope", "AREA")
                        .param("which", "SOON")
                        .with(supervisor)))
                .hasStatusOk();
        assertThat(mvc.perform(get("/api/casework/work/summary").with(supervisor)))
                .hasStatusOk();
        assertThat(mvc.perform(get("/api/casework/work/filters").with(supervisor)))
                .bodyText()
                .contains("counter-agency");
    }

    @Test
    void pagesWithoutGapsOrRepeats() {
        for (var n = 0; n < 5; n++) {
            opened(Actings.SHAOXIANLU_STATION);
        }
        var seen = new java.util.ArrayList<String>();
        for (var after = ""; after != null; ) {
            var page = mvc.perform(get("/api/casework/work")
                    .param("scope", "POOL")
                    .param("limit", "2")
                    .param("after", after)
                    .with(clerk));
            var body = com.jayway.jsonpath.JsonPath.parse(text(page));
            seen.addAll(body.<java.util.List<String>>read("$.items[*].number"));
            after = (String) body.<java.util.Map<String, Object>>read("$").get("next");
        }
        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void tellsTheApplicantWhereItStandsAndNothingElse() {
        var opened = opened(Actings.SHAOXIANLU_STATION);
        var seen = progress.of(opened.id()).orElseThrow();
        assertThat(seen.state().zh()).isEqualTo("已请求协办，待接收");
        assertThat(seen.colour()).contains("GREEN");
        assertThat(seen.steps()).hasSize(1);
    }

    private CaseReceipt opened(UnitCode unit) {
        return cases.open(
                Acting.system("test"),
                new OpenCase(
                        "assist-unit",
                        Names.of("请核实一份材料", "Please verify a paper"),
                        new CaseSubject("test.matter", UUID.randomUUID().toString()),
                        Actings.SHAOXIANLU,
                        unit,
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        UUID.randomUUID().toString()));
    }

    private MvcTestResult page(CaseReceipt of, SignedIn reader) {
        return mvc.perform(get("/api/casework/cases/" + of.id().value()).with(reader));
    }

    private MvcTestResult act(CaseReceipt on, int revision, String action, String note, String input) {
        return mvc.perform(post("/api/casework/cases/" + on.id().value() + "/actions")
                .with(clerk)
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"revision": %d, "action": "%s", "note": "%s", "input": %s, "requestKey": "%s"}""".formatted(revision, action, note, input, UUID.randomUUID())));
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
