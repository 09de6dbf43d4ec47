package org.linli.casework.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.casework.running.Desks.WANQINGLU_STATION;
import static org.linli.casework.running.Desks.act;
import static org.linli.casework.running.Desks.because;
import static org.linli.testing.Actings.SHAOXIANLU_STATION;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.access.PersonalSeal;
import org.linli.area.UnitCode;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseId;
import org.linli.casework.CaseRatings;
import org.linli.casework.CaseReceipt;
import org.linli.casework.CaseTerms;
import org.linli.casework.CaseworkReason;
import org.linli.casework.OpenCase;
import org.linli.casework.Term;
import org.linli.shared.DivisionCode;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.StoredPosting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class BuiltInTests extends DeskTests {

    private static final String BY_CLERK = "申请人电话说明";

    @Autowired
    SettableClock settable;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reminding reminding;

    @Autowired
    CaseRatings ratings;

    @Autowired
    PersonalSeal seal;

    @Autowired
    AwaitedSupplements supplements;

    private final Acting clerk = Desks.clerk();
    private final Acting head = Desks.at("station-head", SHAOXIANLU_STATION);
    private final Acting other = Desks.clerk(WANQINGLU_STATION);
    private Acting colleague = Desks.clerk();

    @BeforeEach
    void hireAColleague() {
        colleague = posted("clerk", SHAOXIANLU_STATION);
    }

    private Acting posted(String role, UnitCode unit) {
        return StoredPosting.of(jdbc, seal, role, unit, Desks.DISTRICT, CaseworkWords.ACT, CaseworkWords.READ);
    }

    @AfterEach
    void backToMonday() {
        settable.set(SettableClock.START);
    }

    @Test
    void claimsReleasesAndHandsOver() {
        var desk = desk();
        var opened = agency(desk);
        var claimed = desk.act(clerk, act(opened, "claim"));
        assertThatThrownBy(() -> desk.act(colleague, act(claimed, "claim")))
                .is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
        var handed = desk.act(
                clerk,
                act(
                        claimed,
                        "hand-over",
                        "我明天休假",
                        Map.of("posting", colleague.posting().value().toString())));
        assertThat(desk.find(handed.id()).orElseThrow().assignee()).contains(colleague.posting());
        var released = desk.act(colleague, act(handed, "release"));
        assertThat(desk.find(released.id()).orElseThrow().assignee()).isEmpty();
        assertThatThrownBy(() -> desk.act(clerk, act(released, "hand-over", "去别处", Map.of("unit", "NO-SUCH-UNIT"))))
                .is(because(CaseworkReason.UNKNOWN_UNIT));
    }

    @Test
    void handsOverOnlyToAPostingThatCanHoldTheCase() {
        var desk = desk();
        var opened = agency(desk);
        assertThatThrownBy(() -> handOver(desk, opened, UUID.randomUUID(), SHAOXIANLU_STATION))
                .is(because(CaseworkReason.NO_SUCH_POSTING));
        var gone = posted("clerk", SHAOXIANLU_STATION);
        StoredPosting.end(jdbc, gone.posting());
        assertThatThrownBy(() -> handOver(desk, opened, gone.posting().value(), SHAOXIANLU_STATION))
                .is(because(CaseworkReason.NO_SUCH_POSTING));
        var elsewhere = posted("clerk", WANQINGLU_STATION);
        assertThatThrownBy(() -> handOver(desk, opened, elsewhere.posting().value(), SHAOXIANLU_STATION))
                .is(because(CaseworkReason.POSTING_CANNOT_HOLD));
        var auditor = posted("audit-admin", SHAOXIANLU_STATION);
        assertThatThrownBy(() -> handOver(desk, opened, auditor.posting().value(), SHAOXIANLU_STATION))
                .is(because(CaseworkReason.POSTING_CANNOT_HOLD));
        var outside = StoredPosting.of(
                jdbc, seal, "clerk", SHAOXIANLU_STATION, DivisionCode.of("150203004"), CaseworkWords.ACT);
        assertThatThrownBy(() -> handOver(desk, opened, outside.posting().value(), SHAOXIANLU_STATION))
                .is(because(CaseworkReason.POSTING_CANNOT_HOLD));
        assertThat(desk.find(opened.id()).orElseThrow().assignee()).isEmpty();

        var handed = handOver(desk, opened, elsewhere.posting().value(), WANQINGLU_STATION);
        assertThat(desk.find(handed.id()).orElseThrow().assignee()).contains(elsewhere.posting());
    }

    private CaseReceipt handOver(TestDesk desk, CaseReceipt on, UUID posting, UnitCode unit) {
        return desk.act(
                clerk, act(on, "hand-over", "请接办", Map.of("posting", posting.toString(), "unit", unit.value())));
    }

    @Test
    void asksOnceForWhatIsMissingAndStopsTheClockMeanwhile() {
        var desk = desk();
        var opened = direct(desk, 5);
        var due = opened.due().orElseThrow();
        assertThatThrownBy(() -> desk.act(clerk, act(opened, "supplement", "", Map.of("until", "2026-03-20"))))
                .is(because(CaseworkReason.INPUT_NEEDED));
        assertThatThrownBy(() -> desk.act(clerk, supplement(opened, "2026-03-01")))
                .is(because(CaseworkReason.INPUT_MALFORMED));
        settable.set(LocalDateTime.of(2026, 3, 4, 10, 0));
        var asked = desk.act(clerk, supplement(opened, "2026-03-20"));
        assertThat(asked.due()).isEmpty();
        assertThatThrownBy(() -> desk.act(clerk, act(asked, "COMPLETE", "", Map.of("decision", "grant"))))
                .is(because(CaseworkReason.ON_HOLD));
        settable.set(LocalDateTime.of(2026, 3, 11, 10, 0));
        var brought = desk.act(clerk, act(asked, "supplement-brought"));
        assertThat(Duration.between(due, brought.due().orElseThrow())).isEqualTo(Duration.ofDays(8));
        assertThatThrownBy(() -> desk.act(clerk, supplement(brought, "2026-03-30")))
                .is(because(CaseworkReason.SUPPLEMENT_ONCE));
        assertThat(check.of(opened.id())).isEmpty();
    }

    @Test
    void tellsWhoeverHasTheCaseOnceThatASupplementDidNotCome() {
        var desk = desk();
        var held = desk.act(colleague, act(direct(desk, 5), "claim"));
        var asked = desk.act(colleague, supplement(held, "2026-03-20"));
        settable.set(LocalDateTime.of(2026, 3, 20, 17, 0));
        supplements.remindOverdue();
        assertThat(told(held.id(), "supplement-overdue:" + asked.revision())).isEmpty();
        settable.set(LocalDateTime.of(2026, 3, 21, 9, 0));
        supplements.remindOverdue();
        supplements.remindOverdue();
        assertThat(told(held.id(), "supplement-overdue:" + asked.revision()))
                .containsExactly(colleague.posting().value());
    }

    @Test
    void asksForNothingMoreAfterFiveWorkingDays() {
        var desk = desk();
        var inTime = direct(desk, 10);
        var tooLate = direct(desk, 10);
        settable.set(LocalDateTime.of(2026, 3, 9, 17, 59));
        assertThat(desk.act(clerk, supplement(inTime, "2026-03-20")).due()).isEmpty();
        settable.set(LocalDateTime.of(2026, 3, 9, 18, 1));
        assertThatThrownBy(() -> desk.act(clerk, supplement(tooLate, "2026-03-20")))
                .is(because(CaseworkReason.SUPPLEMENT_TOO_LATE));
    }

    @Test
    void leavesASupplementToTheProceduresOwnState() {
        var desk = desk();
        var opened = agency(desk);
        assertThatThrownBy(() -> desk.act(clerk, supplement(opened, "2026-03-20")))
                .is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
    }

    @Test
    void urgesWhoeverHasTheCase() {
        var desk = desk();
        var held = desk.act(colleague, act(agency(desk), "claim"));
        assertThatThrownBy(() -> desk.act(colleague, act(held, "urge"))).is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
        assertThatThrownBy(() -> desk.act(other, act(held, "urge"))).is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
        var urged = desk.act(head, act(held, "urge", "申请人来电催问", Map.of()));
        assertThat(told(held.id(), "urged:" + urged.revision()))
                .containsExactly(colleague.posting().value());
        assertThat(timeline.of(held.id()).getLast().action()).isEqualTo("urge");
        assertThat(urged.due()).isEqualTo(held.due());
    }

    @Test
    void goesItsOwnWayAfterLeavingAJoinedJob() {
        var desk = desk();
        var main = agency(desk);
        var report = agency(desk);
        var joined = desk.act(clerk, act(report, "join", "", Map.of("case", main.number())));
        assertThatThrownBy(() -> desk.act(other, act(joined, "leave"))).is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
        var left = desk.act(clerk, act(joined, "leave"));
        assertThat(desk.act(clerk, act(left, "SEND")).state()).isEqualTo("TRANSFERRED");
        desk.act(clerk, act(main, "RETURN", "材料不全", Map.of()));
        assertThat(timeline.of(report.id())).extracting(TimelineEntry::action).doesNotContain("joined-ended");
        assertThat(rows.find(main.id()).orElseThrow().marks().followers()).isZero();
    }

    @Test
    void refusesAnExtensionOfATermThatHasEnded() {
        var desk = desk();
        var opened = agency(desk);
        var asked = desk.act(clerk, act(opened, "extend", "部门系统停机", Map.of("amount", 5)));
        var late = agency(desk);
        settable.set(LocalDateTime.of(2026, 3, 30, 18, 1));
        assertThatThrownBy(() -> desk.act(head, act(asked, "approve-extension", "同意", Map.of())))
                .is(because(CaseworkReason.EXTENSION_TOO_LATE));
        assertThatThrownBy(() -> desk.act(clerk, act(late, "extend", "来不及", Map.of("amount", 5))))
                .is(because(CaseworkReason.EXTENSION_TOO_LATE));
    }

    @Test
    void extendsOnlyWhileTheClockRuns() {
        var desk = desk();
        var asked = desk.act(clerk, act(agency(desk), "extend", "部门系统停机", Map.of("amount", 5)));
        var paused = desk.act(clerk, act(asked, "pause", BY_CLERK, Map.of("reason", "HEARING")));
        assertThatThrownBy(() -> desk.act(head, act(paused, "approve-extension", "同意", Map.of())))
                .is(because(CaseworkReason.EXTENSION_WHILE_PAUSED));
    }

    @Test
    void remindsTheSupervisorsOfTheArea() {
        var supervisor = StoredPosting.of(
                jdbc, seal, "district-supervisor", UnitCode.of("GOV-150203"), Desks.DISTRICT, CaseworkWords.ACT);
        var elsewhere = StoredPosting.of(
                jdbc, seal, "district-supervisor", UnitCode.of("GOV-150203"), DivisionCode.of("150204"));
        var gone = StoredPosting.of(jdbc, seal, "district-supervisor", UnitCode.of("GOV-150203"), Desks.DISTRICT);
        StoredPosting.end(jdbc, gone.posting());
        var desk = desk();
        var opened = agency(desk);
        settable.set(LocalDateTime.of(2026, 3, 20, 10, 0));
        reminding.remindDue();
        assertThat(told(opened.id(), "reminder:very-late"))
                .contains(supervisor.posting().value())
                .doesNotContain(elsewhere.posting().value(), gone.posting().value());
    }

    /** Postings that were told, by the end of the notice's key. */
    private List<UUID> told(CaseId id, String what) {
        return jdbc.sql("""
                        select d.posting_id from notify.delivery d join notify.notice n on n.id = d.notice_id
                        where n.unique_key = :key and d.posting_id is not null
                        """)
                .param("key", "casework:" + id.value() + ":" + what)
                .query(UUID.class)
                .list();
    }

    private ActOnCase supplement(CaseReceipt on, String until) {
        return act(on, "supplement", "", Map.of("items", List.of("户口簿复印件", "银行卡"), "until", until));
    }

    /** A case of the counter with a term of so many working days. */
    private CaseReceipt direct(TestDesk desk, int days) {
        var request = Desks.request("counter-direct", SHAOXIANLU_STATION);
        return desk.open(
                clerk,
                new OpenCase(
                        request.procedure(),
                        request.title(),
                        request.subject(),
                        request.area(),
                        request.unit(),
                        request.assignee(),
                        request.facts(),
                        Optional.of(
                                new CaseTerms(Optional.empty(), Optional.of(new Term(days, Term.Unit.WORKING_DAYS)))),
                        request.parent(),
                        request.requestKey()));
    }

    @Test
    void withdrawsOnlyWhatNobodySawAndNothingCameOf() {
        var desk = desk();
        var opened = agency(desk);
        var claimed = desk.act(clerk, act(opened, "claim"));
        var withdrawn = desk.act(clerk, act(claimed, "withdraw"));
        assertThat(desk.find(opened.id()).orElseThrow().assignee()).isEmpty();

        var again = desk.act(clerk, act(withdrawn, "claim"));
        jdbc.sql("update casework.case_file set seen_revision = revision where id = :id")
                .param("id", opened.id().value())
                .update();
        assertThatThrownBy(() -> desk.act(clerk, act(again, "withdraw"))).is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
        var sent = desk.act(clerk, act(again, "SEND"));
        assertThatThrownBy(() -> desk.act(clerk, act(sent, "withdraw")))
                .is(because(CaseworkReason.CANNOT_BE_WITHDRAWN));
    }

    @Test
    void pausesOnALegalGroundAndCountsOnAfterwards() {
        var desk = desk();
        var opened = agency(desk);
        var due = opened.due().orElseThrow();
        var paused = desk.act(clerk, act(opened, "pause", BY_CLERK, Map.of("reason", "HEARING")));
        assertThat(paused.due()).isEmpty();
        assertThatThrownBy(() -> desk.act(clerk, act(paused, "SEND"))).is(because(CaseworkReason.ON_HOLD));
        settable.set(LocalDateTime.of(2026, 3, 9, 10, 0));
        var resumed = desk.act(clerk, act(paused, "resume"));
        assertThat(Duration.between(due, resumed.due().orElseThrow())).isEqualTo(Duration.ofDays(7));
        assertThat(check.of(opened.id())).isEmpty();
    }

    @Test
    void asksOtherUnitsAndWaitsForTheLeadingOne() {
        var desk = desk();
        var opened = agency(desk);
        var asked = desk.act(
                clerk,
                act(
                        opened,
                        "assist",
                        "请协助核实",
                        Map.of(
                                "join",
                                "LEAD",
                                "units",
                                List.of(
                                        Map.of("unit", WANQINGLU_STATION.value(), "part", "LEAD"),
                                        Map.of("unit", SHAOXIANLU_STATION.value(), "part", "ASSIST")))));
        assertThatThrownBy(() -> desk.act(clerk, act(asked, "SEND"))).is(because(CaseworkReason.ON_HOLD));
        var child = jdbc.sql("select id, number from casework.case_file where parent = :id and part = 'LEAD'")
                .param("id", opened.id().value())
                .query((row, n) ->
                        rows.find(new CaseId(row.getObject(1, UUID.class))).orElseThrow())
                .single();
        desk.act(
                other,
                new ActOnCase(
                        child.id(),
                        1,
                        "ANSWER",
                        "情况属实",
                        Map.of(),
                        UUID.randomUUID().toString()));
        var parent = rows.find(opened.id()).orElseThrow();
        assertThat(parent.now().hold()).isNull();
        assertThat(timeline.of(opened.id()).getLast().action()).isEqualTo("assist-joined");
        assertThat(check.of(opened.id())).isEmpty();
    }

    @Test
    void waitsForASignature() {
        var desk = desk();
        var opened = agency(desk);
        var asked = desk.act(
                clerk,
                act(
                        opened,
                        "countersign",
                        "请站长会签",
                        Map.of("unit", SHAOXIANLU_STATION.value(), "role", "station-head")));
        assertThatThrownBy(() -> desk.act(colleague, act(asked, "sign", "", Map.of("agreed", true))))
                .is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
        var signed = desk.act(head, act(asked, "sign", "", Map.of("agreed", true)));
        assertThat(rows.find(signed.id()).orElseThrow().now().hold()).isNull();
    }

    @Test
    void extendsOnceWhenSomebodyElseAgrees() {
        var desk = desk();
        var opened = agency(desk);
        var asked = desk.act(clerk, act(opened, "extend", "部门系统停机", Map.of("amount", 5)));
        assertThatThrownBy(() -> desk.act(clerk, act(asked, "approve-extension", "同意", Map.of())))
                .is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
        var granted = desk.act(head, act(asked, "approve-extension", "同意", Map.of()));
        assertThat(Duration.between(opened.due().orElseThrow(), granted.due().orElseThrow()))
                .isEqualTo(Duration.ofDays(7));
        assertThatThrownBy(() -> desk.act(clerk, act(granted, "extend", "再延", Map.of("amount", 5))))
                .is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
    }

    @Test
    void closesASupervisionOrderOnlyAfterAnAnswer() {
        var desk = desk();
        var supervisor = Desks.supervisor();
        var opened = agency(desk);
        assertThatThrownBy(() -> desk.act(clerk, act(opened, "supervise", "快办", Map.of("colour", "RED"))))
                .is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
        var ordered = desk.act(supervisor, act(opened, "supervise", "请说明进度", Map.of("colour", "YELLOW")));
        assertThatThrownBy(() -> desk.act(supervisor, act(ordered, "cancel-supervision", "销号", Map.of())))
                .is(because(CaseworkReason.SUPERVISION_UNANSWERED));
        var answered = desk.act(clerk, act(ordered, "answer-supervision", "已催部门", Map.of()));
        var closed = desk.act(supervisor, act(answered, "cancel-supervision", "销号", Map.of()));
        assertThat(rows.find(closed.id()).orElseThrow().marks().supervision()).isNull();
    }

    @Test
    void joinsWithoutMergingAndSplits() {
        var desk = desk();
        var main = agency(desk);
        var report = agency(desk);
        var joined = desk.act(clerk, act(report, "join", "", Map.of("case", main.number())));
        assertThatThrownBy(() -> desk.act(clerk, act(joined, "SEND"))).is(because(CaseworkReason.ON_HOLD));
        desk.act(clerk, act(main, "RETURN", "材料不全", Map.of()));
        assertThat(rows.find(report.id()).orElseThrow().now().hold()).isNull();
        assertThat(rows.find(report.id()).orElseThrow().ended()).isFalse();

        var whole = agency(desk);
        desk.act(clerk, act(whole, "split", "其中一部分", Map.of("title", "分出的一件")));
        assertThat(jdbc.sql("select count(*) from casework.case_link where main_id = :id and kind = 'SPLIT'")
                        .param("id", whole.id().value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void returnsOnlyToAStateOnItsOwnPath() {
        var desk = desk();
        var opened = agency(desk);
        var sent = desk.act(clerk, act(opened, "SEND"));
        assertThatThrownBy(() -> desk.act(clerk, act(sent, "return", "退回", Map.of("state", "DECIDED"))))
                .is(because(CaseworkReason.INPUT_MALFORMED));
        assertThat(desk.act(clerk, act(sent, "return", "退回", Map.of("state", "ACCEPTED")))
                        .state())
                .isEqualTo("ACCEPTED");
    }

    @Test
    void remindsOnceHoweverManyProcessesLook() throws Exception {
        var desk = desk();
        var opened = agency(desk);
        settable.set(LocalDateTime.of(2026, 3, 11, 15, 0));
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Integer> look = reminding::remindDue;
            threads.invokeAll(List.of(look, look, look, look));
        }
        reminding.remindDue();
        assertThat(jdbc.sql("select rung from casework.case_reminder where case_id = :id")
                        .param("id", opened.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("half");
        assertThat(jdbc.sql("select count(*) from notify.notice where unique_key = :key")
                        .param("key", "casework:" + opened.id().value() + ":reminder:half")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void keepsRemindersForOfficeHours() {
        var desk = desk();
        var opened = agency(desk);
        settable.set(LocalDateTime.of(2026, 3, 14, 3, 0));
        reminding.remindDue();
        assertThat(rows.find(opened.id()).orElseThrow().now().rungs()).isEmpty();
        settable.set(LocalDateTime.of(2026, 3, 16, 9, 0));
        reminding.remindDue();
        assertThat(rows.find(opened.id()).orElseThrow().now().rungs()).contains("half");
    }

    @Test
    void takesARatingOnceAndHasABadOneLookedInto() {
        var desk = desk();
        var ended = done(desk);
        var key = UUID.randomUUID().toString();
        var tablet = Acting.system("tablet");
        assertThatThrownBy(() -> ratings.rate(tablet, given(ended, 2, Set.of(), key)))
                .is(because(CaseworkReason.RATING_NEEDS_REASON));
        ratings.rate(tablet, given(ended, 2, Set.of("ATTITUDE"), key));
        ratings.rate(tablet, given(ended, 2, Set.of("ATTITUDE"), key));
        assertThatThrownBy(() -> ratings.rate(tablet, given(ended, 5, Set.of(), "another")))
                .is(because(CaseworkReason.RATED_ALREADY));
        var rectification = jdbc.sql("select rectification from casework.case_rating where case_id = :id")
                .param("id", ended.id().value())
                .query((row, n) ->
                        rows.find(new CaseId(row.getObject(1, UUID.class))).orElseThrow())
                .single();
        assertThat(rectification.procedure()).isEqualTo("review-rectification");
        assertThat(rectification.now().handlers()).contains(clerk.account().value());
    }

    @Test
    void refusesRatingsOfRunningCasesAndAfterTheirTime() {
        var desk = desk();
        var tablet = Acting.system("tablet");
        var running = agency(desk);
        assertThatThrownBy(() -> ratings.rate(tablet, given(running, 5, Set.of(), "a")))
                .is(because(CaseworkReason.NOT_RATEABLE));
        var ended = done(desk);
        settable.tick(Duration.ofDays(31));
        assertThatThrownBy(() -> ratings.rate(tablet, given(ended, 5, Set.of(), "b")))
                .is(because(CaseworkReason.NOT_RATEABLE));
    }

    private CaseReceipt agency(TestDesk desk) {
        return desk.open(clerk, Desks.request("counter-agency", SHAOXIANLU_STATION));
    }

    private CaseReceipt done(TestDesk desk) {
        var sent = desk.act(clerk, act(agency(desk), "SEND"));
        var decided = desk.act(clerk, act(sent, "DECIDE", "", Map.of("decision", "grant")));
        return desk.act(clerk, act(decided, "DELIVER"));
    }

    private static CaseRatings.Given given(CaseReceipt of, int grade, Set<String> reasons, String key) {
        return new CaseRatings.Given(of.id(), "", grade, reasons, "", "TABLET", key);
    }
}
