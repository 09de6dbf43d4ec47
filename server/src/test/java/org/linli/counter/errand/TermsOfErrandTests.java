package org.linli.counter.errand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.casework.CaseSubject;
import org.linli.casework.Cases;
import org.linli.casework.CaseworkReason;
import org.linli.casework.OpenCase;
import org.linli.counter.errand.Windows.Answer;
import org.linli.shared.Names;
import org.linli.shared.Refusal;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What the papers of an errand say about time, and what its clock does: the same. */
@LinliTest
class TermsOfErrandTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cases cases;

    @Autowired
    CorrectionRows corrections;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private Windows windows = null;
    private final String person = Windows.idNumber();
    private final Acting head =
            Actings.with("station-head", Actings.SHAOXIANLU_STATION, Actings.SHAOXIANLU, "casework.case.act");

    @BeforeEach
    void start() {
        clock.set(SettableClock.START);
        windows = new Windows(mvc, cases);
    }

    @AfterEach
    void backToMonday() {
        clock.set(SettableClock.START);
    }

    @Test
    void asksForACorrectionByTheDayOnWhichTheCaseEnds() {
        var accepted = windows.accept(Windows.pension(person, "PRESENT"));
        var caseId = accepted.text("/errand/caseId");
        windows.act(caseId, "REQUEST_CORRECTION", "缺一份材料", Map.of("items", List.of("户口簿首页")));
        var asked = shown(accepted);
        assertThat(asked.text("/supplement/answerBy")).isEqualTo("2026-03-23");
        assertThat(Windows.kinds(asked, "/papers")).contains("correction-notice");

        clock.set(LocalDateTime.of(2026, 3, 23, 17, 59));
        assertThatThrownBy(() -> windows.act(head, caseId, "LAPSE", "", Map.of()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(CaseworkReason.TERM_NOT_OVER));
        clock.set(LocalDateTime.of(2026, 3, 23, 18, 1));
        assertThat(windows.act(head, caseId, "LAPSE", "", Map.of()).state()).isEqualTo("TERMINATED");
    }

    @Test
    void tellsTheApplicantOfAnExtensionThatMovedTheClock() {
        var accepted = windows.accept(Windows.pension(person, "PRESENT"));
        var caseId = accepted.text("/errand/caseId");
        var due = windows.find(caseId).due().orElseThrow();
        windows.act(holder(), caseId, "extend", "部门系统停机三天", Map.of("amount", 5));
        assertThat(Windows.kinds(shown(accepted), "/papers")).doesNotContain("extension");

        var extended = windows.act(head, caseId, "approve-extension", "部门系统停机,经批准延长", Map.of());
        assertThat(extended.due().orElseThrow()).isEqualTo(due.plus(java.time.Duration.ofDays(7)));
        assertThat(Windows.kinds(shown(accepted), "/papers")).contains("extension");
        assertThat(notices(accepted, "case-extended")).isOne();
    }

    @Test
    void saysNothingOfAnExtensionThatWasRefused() {
        var accepted = windows.accept(Windows.pension(person, "PRESENT"));
        var caseId = accepted.text("/errand/caseId");
        var due = windows.find(caseId).due();
        windows.act(holder(), caseId, "extend", "部门系统停机三天", Map.of("amount", 5));
        var refused = windows.act(head, caseId, "refuse-extension", "可以按期办结", Map.of());
        assertThat(refused.due()).isEqualTo(due);
        assertThat(Windows.kinds(shown(accepted), "/papers")).doesNotContain("extension");
    }

    @Test
    void acceptsFromTheDayOfTheCorrectionWhenNobodyAnswersIt() {
        var accepted = windows.accept(Windows.pension(person, "PRESENT"));
        var errand = accepted.text("/errand/id");
        var received = received(errand);
        windows.act(received, "REQUEST_CORRECTION", "缺一份材料", Map.of("items", List.of("户口簿首页")));
        clock.set(LocalDateTime.of(2026, 3, 5, 9, 0));
        windows.act(
                received,
                "CORRECT",
                "",
                Map.of("files", List.of(UUID.randomUUID().toString())));
        assertThat(corrections
                        .of(new ErrandId(UUID.fromString(errand)))
                        .orElseThrow()
                        .metAt())
                .contains(clock.instant());

        clock.set(LocalDateTime.of(2026, 3, 12, 18, 1));
        var deemed = windows.act(received, "DEEM_ACCEPTED", "", Map.of());
        assertThat(deemed.state()).isEqualTo("ACCEPTED");
        assertThat(LocalDate.ofInstant(deemed.due().orElseThrow(), SettableClock.ZONE))
                .as("15 working days of 5 March")
                .isEqualTo(LocalDate.of(2026, 3, 26));
        assertThat(papersOf(received)).contains("correction-notice", "acceptance");
    }

    /** Whoever took the application in holds its case. */
    private Acting holder() {
        return new Acting(
                windows.clerk.posting(),
                windows.clerk.account(),
                "王芳",
                "clerk",
                Actings.SHAOXIANLU_STATION,
                Actings.SHAOXIANLU,
                Optional.empty(),
                Set.of("casework.case.act"));
    }

    /** The way of an application that is looked through later, about the same errand. */
    private String received(String errand) {
        var opened = cases.open(
                Acting.system("test"),
                new OpenCase(
                        "counter-accept",
                        Names.of("基本养老保险 · 李**", "Basic pension · 李**"),
                        new CaseSubject(Errand.SUBJECT, errand),
                        Actings.SHAOXIANLU,
                        Actings.SHAOXIANLU_STATION,
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        UUID.randomUUID().toString()));
        return opened.id().value().toString();
    }

    private List<String> papersOf(String caseId) {
        return jdbc.sql("""
                        select distinct p.kind from counter.paper p join counter.errand e on e.case_id = p.case_id
                        where e.id::text = (select subject_id from casework.case_file where id = :id)
                        """)
                .param("id", UUID.fromString(caseId))
                .query(String.class)
                .list();
    }

    private int notices(Answer accepted, String message) {
        return jdbc.sql("select count(*) from notify.notice where key = :key and unique_key like :errand")
                .param("key", "notice.counter." + message)
                .param("errand", "errand:" + accepted.text("/errand/id") + ":%")
                .query(Integer.class)
                .single();
    }

    private Answer shown(Answer accepted) {
        return windows.get(windows.clerk, "/api/counter/errands/" + accepted.text("/errand/id"));
    }
}
