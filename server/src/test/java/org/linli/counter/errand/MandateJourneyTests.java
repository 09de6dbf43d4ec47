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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Agents act for residents: only under a mandate, only in its matters and time, and under both names. */
@LinliTest
class MandateJourneyTests {

    private static final String POINT = "AP-001";

    @Autowired
    MockMvc mvc;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private Windows windows = null;
    private final String resident = Windows.idNumber();
    private final SignedIn agent = SignedIn.as("agent", UnitCode.of(POINT), DivisionCode.of(Windows.COMMUNITY));

    @BeforeEach
    void start() {
        clock.set(SettableClock.START);
        windows = new Windows(mvc, cases);
        // Signing in once stores the agent's posting.
        windows.get(agent, "/api/counter/errands");
    }

    @Test
    void actsUnderAMandateAndUnderBothNames() {
        var mandate = make(List.of(Windows.PENSION), LocalDate.of(2026, 6, 30));
        assertThat(mandate.status()).isEqualTo(200);
        assertThat(mandate.text("/maskedResident")).isEqualTo("李**");

        var accepted = accept(Windows.pension(resident, "PRESENT"), mandate.text("/id"));
        assertThat(accepted.text("/outcome")).isEqualTo("ACCEPTED");
        assertThat(accepted.text("/errand/agent")).isEqualTo("王芳");
        assertThat(accepted.text("/errand/station")).isEqualTo("ST-150203001");
        var entry = jdbc.sql(
                        "select actor, acting_for from casework.case_event where case_id = :case and action = 'note'")
                .param("case", UUID.fromString(accepted.text("/errand/caseId")))
                .query()
                .singleRow();
        assertThat(entry.get("acting_for")).isNotNull().asString().doesNotContain("李秀英");

        var waiting = windows.get(windows.clerk, "/api/counter/originals");
        assertThat(waiting.body().toString()).contains(accepted.text("/errand/id"));
        var taken = windows.post(
                windows.clerk, "/api/counter/errands/" + accepted.text("/errand/id") + "/originals", Map.of());
        assertThat(taken.status()).isEqualTo(204);
        assertThat(windows.get(windows.clerk, "/api/counter/originals").body().toString())
                .doesNotContain(accepted.text("/errand/id"));
    }

    @Test
    void refusesAnAgentWithoutAMandateThatFits() {
        assertThat(accept(Windows.pension(resident, "PRESENT"), null).text("/reason"))
                .isEqualTo("counter.mandate-needed");
        var mandate = make(List.of(Windows.PENSION), LocalDate.of(2026, 6, 30)).text("/id");
        assertThat(accept(Windows.relief(resident), mandate).text("/reason")).isEqualTo("counter.mandate-other-matter");
        assertThat(accept(Windows.pension(Windows.idNumber(), "PRESENT"), mandate)
                        .text("/reason"))
                .isEqualTo("counter.mandate-other-person");
        var stranger = SignedIn.as("agent", UnitCode.of("AP-002"), DivisionCode.of("150203001016"));
        var application = Windows.pension(resident, "PRESENT");
        application.put("mandate", mandate);
        assertThat(windows.post(stranger, "/api/counter/errands", application).text("/reason"))
                .isEqualTo("counter.mandate-other-agent");
        clock.set(SettableClock.START.plusMonths(5));
        assertThat(accept(Windows.pension(resident, "PRESENT"), mandate).text("/reason"))
                .isEqualTo("counter.mandate-out-of-time");
    }

    @Test
    void endsWhenTheResidentTakesItBack() {
        var mandate = make(List.of(Windows.PENSION), LocalDate.of(2026, 6, 30)).text("/id");
        var revoked =
                windows.post(windows.clerk, "/api/counter/mandates/" + mandate + "/revoke", Map.of("reason", "本人撤回"));
        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.body().path("inForce").asBoolean()).isFalse();
        assertThat(accept(Windows.pension(resident, "PRESENT"), mandate).text("/reason"))
                .isEqualTo("counter.mandate-revoked");
    }

    @Test
    void refusesAMandateWithoutProofOfConsentOrWithoutEnd() {
        var form = form(List.of(Windows.PENSION), LocalDate.of(2026, 6, 30));
        form.put("consentFile", UUID.randomUUID().toString());
        assertThat(windows.post(windows.clerk, "/api/counter/mandates", form).text("/reason"))
                .isEqualTo("counter.mandate-consent");
        assertThat(make(List.of(Windows.PENSION), LocalDate.of(2029, 1, 1)).text("/reason"))
                .isEqualTo("counter.mandate-period");
        assertThat(make(List.of("150203-XX-009"), LocalDate.of(2026, 6, 30)).text("/reason"))
                .isEqualTo("counter.mandate-items");
    }

    @Test
    void showsTheStationWhoActsForVeryMany() {
        for (var strangers = 0; strangers < 10; strangers++) {
            var person = Windows.idNumber();
            var form = form(List.of(Windows.PENSION), LocalDate.of(2026, 6, 30));
            form.put("documentNumber", person);
            var mandate =
                    windows.post(windows.clerk, "/api/counter/mandates", form).text("/id");
            assertThat(accept(Windows.pension(person, "PRESENT"), mandate).text("/outcome"))
                    .isEqualTo("ACCEPTED");
        }
        var busy = windows.get(windows.clerk, "/api/counter/mandates/busy-agents");
        assertThat(busy.body().toString()).contains(agent.posting().value().toString());
    }

    @Test
    void showsTheAgentWhomItActsForAndNobodyElse() {
        var mandate = make(List.of(Windows.PENSION), LocalDate.of(2026, 6, 30));
        var path = "/api/counter/mandates/" + mandate.text("/id") + "/resident";
        assertThat(windows.post(agent, path, Map.of()).text("/documentNumber")).isEqualTo(resident);
        var stranger = SignedIn.as("agent", UnitCode.of("AP-002"), DivisionCode.of("150203001016"));
        assertThat(windows.post(stranger, path, Map.of()).status()).isEqualTo(404);
        assertThat(windows.get(agent, "/api/counter/mandates").body().toString())
                .contains(mandate.text("/id"))
                .doesNotContain(resident);
        assertThat(windows.get(stranger, "/api/counter/mandates").body()).isEmpty();
        assertThat(windows.get(windows.clerk, "/api/counter/mandates/agents")
                        .body()
                        .toString())
                .contains(agent.posting().value().toString());
    }

    @Test
    void isNoneOfAnotherStationsBusiness() {
        var mandate = make(List.of(Windows.PENSION), LocalDate.of(2026, 6, 30));
        var elsewhere = SignedIn.as("clerk", UnitCode.of("ST-150203003"), DivisionCode.of("150203003"));
        var revoked = windows.post(
                elsewhere, "/api/counter/mandates/" + mandate.text("/id") + "/revoke", Map.of("reason", "本人撤回"));
        assertThat(revoked.text("/reason")).isEqualTo("counter.mandate-unknown");
        var own = windows.post(
                windows.clerk, "/api/counter/mandates/" + mandate.text("/id") + "/revoke", Map.of("reason", "本人撤回"));
        assertThat(own.text("/revokedReason")).isEqualTo("本人撤回");
    }

    @Test
    void opensTheProofOfConsentToTheStationAndTheAgentOnly() {
        var mandate = make(List.of(Windows.PENSION), LocalDate.of(2026, 6, 30));
        var file = "/api/files/" + mandate.text("/consentFile");
        assertThat(windows.status(windows.clerk, file)).isEqualTo(200);
        assertThat(jdbc.sql("select keep_until from files.file where id = cast(:id as uuid)")
                        .param("id", mandate.text("/consentFile"))
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.of(2029, 6, 30));
        assertThat(windows.status(agent, file)).isEqualTo(200);
        var elsewhere = SignedIn.as("clerk", UnitCode.of("ST-150203003"), DivisionCode.of("150203003"));
        assertThat(windows.status(elsewhere, file)).isEqualTo(404);
        var stranger = SignedIn.as("agent", UnitCode.of("AP-002"), DivisionCode.of("150203001016"));
        assertThat(windows.status(stranger, file)).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from privacy.disclosure where object = :object")
                        .param("object", "mandate:" + mandate.text("/id"))
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
    }

    private Answer accept(Map<String, Object> application, @org.jspecify.annotations.Nullable String mandate) {
        if (mandate != null) {
            application.put("mandate", mandate);
        }
        return windows.post(agent, "/api/counter/errands", application);
    }

    private Answer make(List<String> items, LocalDate until) {
        return windows.post(windows.clerk, "/api/counter/mandates", form(items, until));
    }

    private Map<String, Object> form(List<String> items, LocalDate until) {
        var form = new LinkedHashMap<String, Object>();
        form.put("requestKey", UUID.randomUUID().toString());
        form.put("residentName", "李秀英");
        form.put("documentKind", "RESIDENT_ID");
        form.put("documentNumber", resident);
        form.put("agentPosting", agent.posting().value().toString());
        form.put("items", items);
        form.put("from", "2026-03-02");
        form.put("until", until.toString());
        form.put("consent", "CARD_AND_PHOTO");
        form.put("consentFile", windows.upload(windows.clerk));
        return form;
    }
}
