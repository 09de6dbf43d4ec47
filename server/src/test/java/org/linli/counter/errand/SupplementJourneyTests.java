package org.linli.counter.errand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.area.UnitCode;
import org.linli.casework.Cases;
import org.linli.counter.errand.Windows.Answer;
import org.linli.shared.DivisionCode;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** From an agency point to the station: handed over, received, corrected once, accepted. */
@LinliTest
class SupplementJourneyTests {

    private static final String POINT = "AP-001";

    @Autowired
    MockMvc mvc;

    @Autowired
    Cases cases;

    @Autowired
    SettableClock clock;

    private Windows windows = null;
    private final String resident = Windows.idNumber();
    private final SignedIn agent = SignedIn.as("agent", UnitCode.of(POINT), DivisionCode.of(Windows.COMMUNITY));

    @BeforeEach
    void start() {
        clock.set(SettableClock.START);
        windows = new Windows(mvc, cases);
        windows.get(agent, "/api/counter/errands");
    }

    @Test
    void passesAnErrandFromThePointToTheClerkWhoReceivesIt() {
        var errand = takenAtThePoint();
        assertThat(errand.text("/state/code")).isEqualTo("RECEIVED");
        var receipt = "/api/counter/papers/" + errand.text("/papers/0/id") + "/pages";
        assertThat(windows.get(agent, receipt).body().path("pages")).hasSize(1);
        var stranger = SignedIn.as("agent", UnitCode.of("AP-002"), DivisionCode.of("150203001016"));
        assertThat(windows.status(stranger, receipt)).isEqualTo(404);
        var handover = handOver(errand);
        assertThat(handover.text("/errands/0/originals")).isEqualTo("ON_THE_WAY");
        assertThat(handOver(errand).text("/reason")).isEqualTo("counter.nothing-to-settle");

        var incoming = windows.get(windows.clerk, "/api/counter/handovers");
        assertThat(incoming.body().toString()).contains(handover.text("/id"));
        var taken = take(handover, List.of());
        assertThat(taken.text("/errands/0/outcome")).isEqualTo("TAKEN");
        assertThat(windows.find(errand.text("/caseId")).assignee()).contains(windows.clerk.posting());
        assertThat(take(handover, List.of()).text("/reason")).isEqualTo("counter.handover-taken");
    }

    @Test
    void sendsBackWhatDidNotCome() {
        var errand = takenAtThePoint();
        var handover = handOver(errand);
        var absent = List.of(Map.of("errand", errand.text("/id"), "note", "袋里没有这一件"));
        assertThat(take(handover, absent).text("/errands/0/outcome")).isEqualTo("NOT_THERE");
        assertThat(windows.get(agent, "/api/counter/handovers/mine")
                        .body()
                        .at("/errands")
                        .toString())
                .contains("AT_POINT");
    }

    @Test
    void letsOnlyTheStationItIsForReceiveIt() {
        var handover = handOver(takenAtThePoint());
        var elsewhere = SignedIn.as("clerk", UnitCode.of("ST-150203003"), DivisionCode.of("150203003"));
        var path = "/api/counter/handovers/" + handover.text("/id") + "/take";
        assertThat(windows.post(elsewhere, path, Map.of("absent", List.of())).text("/reason"))
                .isEqualTo("counter.unknown-handover");
        assertThat(windows.post(
                                windows.clerk,
                                "/api/counter/handovers",
                                form(List.of(UUID.randomUUID().toString())))
                        .status())
                .isEqualTo(403);
        var atTheStation = SignedIn.as("agent");
        assertThat(windows.post(
                                atTheStation,
                                "/api/counter/handovers",
                                form(List.of(UUID.randomUUID().toString())))
                        .text("/reason"))
                .isEqualTo("counter.handover-from-points-only");
    }

    @Test
    void asksForEveryCorrectionOnceAndTakesWhatComes() {
        var errand = takenAtThePoint();
        take(handOver(errand), List.of());
        var path = "/api/counter/errands/" + errand.text("/id") + "/supplement";
        var ask = asking(errand.text("/id"), List.of(Map.of("code", "household-register", "fault", "INCOMPLETE")));
        var asked = windows.post(windows.clerk, path, ask);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text("/state/code")).isEqualTo("CORRECTION_REQUESTED");
        assertThat(asked.text("/supplement/items/0")).endsWith("：缺页或内容不完整");
        assertThat(asked.text("/supplement/materials/0/fault")).isEqualTo("INCOMPLETE");
        assertThat(Windows.kinds(asked, "/papers")).contains("correction-notice");

        var nothing = bringing(errand.text("/id"), List.of());
        assertThat(windows.post(windows.clerk, path + "/received", nothing).text("/reason"))
                .isEqualTo("counter.supplement-files");
        var page = windows.upload(windows.clerk);
        var brought =
                bringing(errand.text("/id"), List.of(Map.of("code", "household-register", "files", List.of(page))));
        var received = windows.post(windows.clerk, path + "/received", brought);
        assertThat(received.status()).isEqualTo(200);
        assertThat(received.text("/state/code")).isEqualTo("PRE_REVIEWED");
        assertThat(received.text("/supplement/materials/0/metAt")).isNotEmpty();
        assertThat(windows.post(
                                windows.clerk,
                                path,
                                asking(
                                        errand.text("/id"),
                                        List.of(Map.of("code", "household-register", "fault", "EXPIRED"))))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void refusesACorrectionThatNamesNothing() {
        var errand = takenAtThePoint();
        take(handOver(errand), List.of());
        var path = "/api/counter/errands/" + errand.text("/id") + "/supplement";
        assertThat(windows.post(windows.clerk, path, asking(errand.text("/id"), List.of()))
                        .text("/reason"))
                .isEqualTo("counter.supplement-items");
        assertThat(windows.post(
                                windows.clerk,
                                path,
                                asking(errand.text("/id"), List.of(Map.of("code", "no-such", "fault", "EXPIRED"))))
                        .text("/reason"))
                .isEqualTo("counter.unknown-material");
    }

    private Answer takenAtThePoint() {
        var mandate = windows.post(windows.clerk, "/api/counter/mandates", mandate());
        var application = Windows.relief(resident);
        application.put("mandate", mandate.text("/id"));
        var accepted = windows.post(agent, "/api/counter/errands", application);
        assertThat(accepted.text("/outcome")).isEqualTo("ACCEPTED");
        return windows.get(agent, "/api/counter/errands/" + accepted.text("/errand/id"));
    }

    private Map<String, Object> mandate() {
        var form = new LinkedHashMap<String, Object>();
        form.put("requestKey", UUID.randomUUID().toString());
        form.put("residentName", "李秀英");
        form.put("documentKind", "RESIDENT_ID");
        form.put("documentNumber", resident);
        form.put("agentPosting", agent.posting().value().toString());
        form.put("items", List.of(Windows.RELIEF));
        form.put("from", "2026-03-02");
        form.put("until", LocalDate.of(2026, 6, 30).toString());
        form.put("consent", "CARD_AND_PHOTO");
        form.put("consentFile", windows.upload(windows.clerk));
        return form;
    }

    private Answer handOver(Answer errand) {
        return windows.post(agent, "/api/counter/handovers", form(List.of(errand.text("/id"))));
    }

    private static Map<String, Object> form(List<String> errands) {
        return Map.of("errands", errands, "requestKey", UUID.randomUUID().toString());
    }

    private Answer take(Answer handover, List<Map<String, String>> absent) {
        return windows.post(
                windows.clerk, "/api/counter/handovers/" + handover.text("/id") + "/take", Map.of("absent", absent));
    }

    private Map<String, Object> asking(String errand, List<Map<String, Object>> materials) {
        return Map.of(
                "revision", revision(errand),
                "materials", materials,
                "requestKey", UUID.randomUUID().toString());
    }

    private Map<String, Object> bringing(String errand, List<Map<String, Object>> materials) {
        return asking(errand, materials);
    }

    private int revision(String errand) {
        return windows.get(windows.clerk, "/api/counter/errands/" + errand)
                .body()
                .path("revision")
                .asInt();
    }
}
