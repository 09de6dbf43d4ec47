package org.linli.counter.errand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.casework.Cases;
import org.linli.counter.department.LineRounds;
import org.linli.counter.errand.Windows.Answer;
import org.linli.counter.paper.PaperId;
import org.linli.counter.paper.Papers;
import org.linli.shared.Refusal;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.SignedIn;
import org.linli.testing.TestDepartments.Departments;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The four procedures from the window to the end. */
@LinliTest
class ErrandJourneyTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Papers papers;

    @Autowired
    LineRounds rounds;

    @Autowired
    Departments departments;

    @Autowired
    SettableClock clock;

    private Windows windows = null;
    private final String person = Windows.idNumber();

    @BeforeEach
    void start() {
        clock.set(SettableClock.START);
        departments.comeBack();
        windows = new Windows(mvc, cases);
    }

    @Test
    void issuesACertificateOnTheSpot() {
        var accepted = windows.accept(Windows.residence(person));
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.text("/outcome")).isEqualTo("ACCEPTED");
        assertThat(Windows.kinds(accepted, "/errand/papers")).containsExactly("receipt");
        var caseId = accepted.text("/errand/caseId");

        windows.act(
                Windows.committee(),
                caseId,
                "VERIFY",
                "",
                Map.of("decision", "grant", "findings", Map.of("basis", "网格员入户核实")));
        windows.act(Windows.committee(), caseId, "SEAL", "", Map.of());
        var done = windows.act(caseId, "DELIVER", "", Map.of());

        assertThat(done.state()).isEqualTo("COMPLETED");
        var shown = windows.get(windows.clerk, "/api/counter/errands/" + accepted.text("/errand/id"));
        assertThat(Windows.kinds(shown, "/papers")).containsExactly("receipt", "certificate-residence");
        var certificate = new PaperId(UUID.fromString(shown.text("/papers/1/id")));
        assertThat(papers.pdf(certificate)).startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(papers.paper(certificate).orElseThrow().unit().value()).isEqualTo("CO-" + Windows.COMMUNITY);

        var finished = windows.post(
                windows.clerk, "/api/counter/errands/" + accepted.text("/errand/id") + "/finish", Map.of());
        assertThat(finished.body().path("withinAQuarter").asBoolean()).isTrue();
    }

    @Test
    void letsOneClerkDoTheWholeCertificate() {
        var caseId = windows.accept(Windows.residence(person)).text("/errand/caseId");
        windows.act(caseId, "VERIFY", "", Map.of("decision", "grant"));
        windows.act(caseId, "SEAL", "", Map.of());
        assertThat(windows.act(caseId, "DELIVER", "", Map.of()).state()).isEqualTo("COMPLETED");
    }

    @Test
    void refusesACertificateWithReasons() {
        var caseId = windows.accept(Windows.residence(person)).text("/errand/caseId");
        assertThatThrownBy(() -> windows.act(caseId, "VERIFY", "", Map.of("decision", "refuse")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(ErrandReason.REASON_NEEDED));
        var refused = windows.act(caseId, "VERIFY", "不在本社区居住", Map.of("decision", "refuse"));
        assertThat(refused.state()).isEqualTo("NOT_GRANTED");
    }

    @Test
    void handlesADirectItemAtTheWindow() {
        var accepted = windows.accept(Windows.application(
                Windows.REGISTRATION, person, Map.of("change", "arrived"), "register-or-lease", "PRESENT"));
        assertThat(accepted.text("/outcome")).isEqualTo("ACCEPTED");
        var done = windows.act(accepted.text("/errand/caseId"), "COMPLETE", "", Map.of("decision", "grant"));
        assertThat(done.state()).isEqualTo("COMPLETED");
    }

    @Test
    void takesAnApplicationToTheDepartmentAndBringsTheResultBack() {
        departments.goDown();
        var accepted = windows.accept(Windows.pension(person, "PRESENT"));
        var errand = accepted.text("/errand/id");
        var caseId = accepted.text("/errand/caseId");
        assertThat(accepted.text("/errand/state/code")).isEqualTo("TRANSFERRED");
        assertThat(accepted.text("/errand/department/state")).isEqualTo("QUEUED");
        rounds.send();
        assertThat(shown(errand).text("/department/state")).isEqualTo("QUEUED");

        departments.comeBack();
        clock.tick(java.time.Duration.ofMinutes(30));
        rounds.send();
        assertThat(shown(errand).text("/department/state")).isEqualTo("SENT");

        departments.answer(errand, "ACCEPTED", Map.of());
        departments.answer(errand, "SUPPLEMENT", Map.of("reason", "户口簿首页;银行卡复印件"));
        rounds.apply();
        assertThat(windows.find(caseId).state()).isEqualTo("CORRECTION_REQUESTED");
        var asked = shown(errand);
        assertThat(asked.body().at("/supplement/items")).hasSize(2);
        assertThat(Windows.kinds(asked, "/papers")).contains("correction-notice");

        windows.act(
                caseId,
                "CORRECT",
                "已补",
                Map.of("files", List.of(UUID.randomUUID().toString())));
        rounds.send();
        assertThat(shown(errand).text("/department/state")).isEqualTo("SUPPLEMENTED");

        departments.answer(errand, "RESULT", Map.of("outcome", "GRANTED"));
        departments.sendAgain(errand, 3);
        rounds.apply();
        assertThat(windows.find(caseId).state()).isEqualTo("DECIDED");
        var delivered = windows.act(caseId, "DELIVER", "", Map.of("recipient", "李秀英"));
        assertThat(delivered.state()).isEqualTo("COMPLETED");
        assertThat(Windows.kinds(shown(errand), "/papers")).contains("receipt", "delivery");
        assertThat(jdbc.sql(
                                "select delivered_at is not null and delivery_way = '窗口领取' from counter.errand where id = :id")
                        .param("id", UUID.fromString(errand))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void decidesNothingBeforeWhatWasToFollowIsThere() {
        var accepted = windows.accept(Windows.pension(person, "FOLLOWS"));
        var errand = accepted.text("/errand/id");
        var caseId = accepted.text("/errand/caseId");
        assertThat(Windows.kinds(accepted, "/errand/papers")).containsExactly("receipt", "deferred-materials");
        assertThat(accepted.text("/errand/followUntil")).isEqualTo("2026-03-17");
        rounds.send();
        departments.answer(errand, "RESULT", Map.of("outcome", "GRANTED"));
        rounds.apply();
        assertThat(windows.find(caseId).state()).isEqualTo("TRANSFERRED");
        assertThatThrownBy(() -> windows.act(caseId, "DECIDE", "", Map.of("decision", "grant")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(ErrandReason.MATERIALS_OUTSTANDING));

        var settled = windows.post(
                windows.clerk, "/api/counter/errands/" + errand + "/materials", Map.of("material", "bank-card"));
        assertThat(settled.status()).isEqualTo(200);
        // A held answer is tried again after a while.
        clock.tick(java.time.Duration.ofMinutes(30));
        rounds.apply();
        assertThat(windows.find(caseId).state()).isEqualTo("DECIDED");
    }

    @Test
    void countsNoDayOfAPauseAndEveryMakeUpWorkday() {
        // The week before the spring festival, with a Saturday that is worked (2026-02-14) and nine days off.
        clock.set(LocalDateTime.of(2026, 2, 12, 10, 0));
        var accepted = windows.accept(Windows.relief(person));
        var caseId = accepted.text("/errand/caseId");
        assertThat(accepted.text("/errand/state/code")).isEqualTo("TRANSFERRED");
        assertThat(Windows.kinds(accepted, "/errand/papers")).containsExactly("receipt", "acceptance");
        // Seven working days: 13, 14, 24, 25, 26, 27 February and, a Saturday worked too, the 28th.
        assertThat(dueDay(caseId)).isEqualTo(LocalDate.of(2026, 2, 28));

        windows.act(caseId, "TAKE_UP", "", Map.of());
        clock.set(LocalDateTime.of(2026, 2, 13, 10, 0));
        windows.act(caseId, "SUSPEND", "社区公示栏公示", Map.of("reason", "PUBLIC_NOTICE"));
        clock.set(LocalDateTime.of(2026, 2, 27, 10, 0));
        windows.act(caseId, "RESUME", "公示期满无异议", Map.of());
        assertThat(dueDay(caseId)).isAfter(LocalDate.of(2026, 3, 5));

        windows.act(caseId, "DECIDE", "", Map.of("decision", "grant"));
        windows.act(caseId, "DELIVER", "", Map.of());
        var done = windows.act(caseId, "COMPLETE", "", Map.of());
        assertThat(done.state()).isEqualTo("COMPLETED");
        var shown = shown(accepted.text("/errand/id"));
        assertThat(Windows.kinds(shown, "/papers"))
                .containsExactly(
                        "receipt", "acceptance", "special-procedure", "decision-granted", "delivery", "completion");
        assertThat(shown.body().at("/pauses")).hasSize(1);
    }

    @Test
    void takesAnApplicationBackFromTheDepartment() {
        var accepted = windows.accept(Windows.pension(person, "PRESENT"));
        rounds.send();
        windows.act(accepted.text("/errand/caseId"), "WITHDRAW_APPLICATION", "本人撤回", Map.of());
        rounds.send();
        assertThat(shown(accepted.text("/errand/id")).text("/department/state")).isEqualTo("WITHDRAWN");
    }

    @Test
    void showsProgressOnlyToWhoKnowsBothParts() {
        var accepted = windows.accept(Windows.relief(person));
        var number = accepted.text("/errand/caseNumber");
        var pair = Map.of("caseNumber", number, "lastFour", person.substring(14));
        var seen = windows.publicly("/api/public/progress", pair);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text("/state/turn")).isEqualTo("DEPARTMENT");
        assertThat(seen.body().toString()).doesNotContain("李", person);

        var wrongTail = windows.publicly("/api/public/progress", Map.of("caseNumber", number, "lastFour", "0000"));
        var wrongNumber =
                windows.publicly("/api/public/progress", Map.of("caseNumber", "no-such-case", "lastFour", "0000"));
        assertThat(wrongTail.status()).isEqualTo(404);
        assertThat(wrongTail.body()).isEqualTo(wrongNumber.body());
        for (var round = 0; round < 12; round++) {
            windows.publicly("/api/public/progress", Map.of("caseNumber", number, "lastFour", "0001"));
        }
        assertThat(windows.publicly("/api/public/progress", pair).status()).isEqualTo(429);
    }

    @Test
    void showsFullValuesOnlyForAPurpose() {
        var errand = windows.accept(Windows.relief(person)).text("/errand/id");
        var path = "/api/counter/errands/" + errand + "/applicant";
        assertThat(windows.post(windows.clerk, path, Map.of("purpose", "")).text("/reason"))
                .isEqualTo("counter.purpose-needed");
        var full = windows.post(windows.clerk, path, Map.of("purpose", "电话核实家庭人数"));
        assertThat(full.text("/documentNumber")).isEqualTo(person);
        assertThat(shown(errand).body().toString()).doesNotContain(person, "李秀英", "13847212345");
        assertThat(windows.get(
                                SignedIn.as(
                                        "clerk",
                                        org.linli.area.UnitCode.of("ST-150203003"),
                                        org.linli.shared.DivisionCode.of("150203003")),
                                "/api/counter/errands/" + errand)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void findsAnErrandByWholeNumbersOnly() {
        var accepted = windows.accept(Windows.relief(person));
        for (var text : List.of(person, accepted.text("/errand/caseNumber"))) {
            var found = windows.post(windows.clerk, "/api/counter/errands/search", Map.of("text", text));
            assertThat(found.body()).hasSize(1);
            assertThat(found.text("/0/maskedName")).isEqualTo("李**");
        }
        var part = windows.post(windows.clerk, "/api/counter/errands/search", Map.of("text", person.substring(0, 12)));
        assertThat(part.body()).isEmpty();
        var today = windows.get(windows.clerk, "/api/counter/errands?own=true");
        assertThat(today.body()).hasSize(1);
    }

    private Answer shown(String errand) {
        return windows.get(windows.clerk, "/api/counter/errands/" + errand);
    }

    private LocalDate dueDay(String caseId) {
        return windows.find(caseId)
                .due()
                .orElseThrow()
                .atZone(SettableClock.ZONE)
                .toLocalDate();
    }
}
