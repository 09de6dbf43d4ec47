package org.linli.casework.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.casework.running.Desks.act;
import static org.linli.testing.Actings.SHAOXIANLU_STATION;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.casework.CaseId;
import org.linli.casework.CaseReceipt;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Changes of the calendar, seen by cases that run. Far years only, one a test: all tests share one calendar. */
@LinliTest
class RecountTests extends DeskTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SettableClock settable;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Recounting recounting;

    @Autowired
    RecountRows recounts;

    @Autowired
    RecountQueries progress;

    @Autowired
    Reminding reminding;

    private final Acting clerk = Desks.clerk();
    private final SignedIn supervisor =
            SignedIn.as("district-supervisor", UnitCode.of("DISTRICT-150203"), Desks.DISTRICT);

    @BeforeEach
    void finishWhatOtherTestsChanged() {
        afterAMinute();
    }

    @AfterEach
    void finishAndGoBack() {
        settable.tick(Duration.ofMinutes(1));
        recounting.recountDue();
        settable.set(SettableClock.START);
    }

    @Test
    void countsRunningClocksAnewAndSaysWhy() {
        settable.set(LocalDateTime.of(2066, 3, 1, 9, 0));
        var opened = agency();
        assertThat(dueOf(opened)).isEqualTo(at("2066-03-15T18:00"));
        var reminder = nextReminder(opened);

        change("2066-03-04", false, "全区停电检修");
        recounting.recountDue();
        assertThat(dueOf(opened))
                .as("other processes may still count on the old calendar")
                .isEqualTo(at("2066-03-15T18:00"));
        afterAMinute();

        assertThat(dueOf(opened)).isEqualTo(at("2066-03-16T18:00"));
        assertThat(nextReminder(opened)).isAfter(reminder);
        var entry = timeline.of(opened.id()).getLast();
        assertThat(entry.action()).isEqualTo("clock-changed");
        assertThat(sealing.openNote(entry.note())).isEqualTo("全区停电检修");
        assertThat(entry.input()).contains("2066-03-04", "2066-03-15T10:00:00Z", "2066-03-16T10:00:00Z");
        assertThat(check.of(opened.id())).isEmpty();

        takeBack("2066-03-04", "检修取消");
        afterAMinute();
        assertThat(dueOf(opened)).isEqualTo(at("2066-03-15T18:00"));
        assertThat(sealing.openNote(timeline.of(opened.id()).getLast().note())).isEqualTo("检修取消");
        assertThat(check.of(opened.id())).isEmpty();
    }

    @Test
    void showsTheMovedTermOnTheCasePage() {
        settable.set(LocalDateTime.of(2067, 3, 1, 9, 0));
        var opened = agency();
        change("2067-03-09", false, "防汛停工一天");
        afterAMinute();
        var clerkOfThePage = SignedIn.as("clerk");
        var page = mvc.get().uri("/api/casework/cases/" + opened.id().value()).with(clerkOfThePage);
        assertThat(page).bodyJson().extractingPath("timeline[1].actionNames.zh").isEqualTo("日历调整");
        assertThat(page).bodyJson().extractingPath("timeline[1].note").isEqualTo("防汛停工一天");
        assertThat(page).bodyJson().extractingPath("timeline[1].dueBefore").isEqualTo("2067-03-15T10:00:00Z");
        assertThat(page).bodyJson().extractingPath("timeline[1].dueAfter").isEqualTo("2067-03-16T10:00:00Z");
    }

    @Test
    void showsHowFarItHasCome() {
        settable.set(LocalDateTime.of(2083, 3, 1, 9, 0));
        agency();
        agency();
        change("2083-03-04", false, "地震演练");
        assertThat(lastRecount()).satisfies(ordered -> {
            assertThat(ordered.why()).isEqualTo("地震演练");
            assertThat(ordered.by()).isNotBlank();
            assertThat(ordered.left()).isGreaterThanOrEqualTo(2);
            assertThat(ordered.looked()).isZero();
            assertThat(ordered.finishedAt()).isNull();
        });
        afterAMinute();
        assertThat(lastRecount()).satisfies(done -> {
            assertThat(done.left()).isZero();
            assertThat(done.looked()).isGreaterThanOrEqualTo(2);
            assertThat(done.changed()).isBetween(2, done.looked());
            assertThat(done.finishedAt()).isNotNull();
        });
        var seen = mvc.get().uri("/api/casework/calendar/recounts").with(supervisor);
        assertThat(seen).bodyJson().extractingPath("$[0].why").isEqualTo("地震演练");
    }

    private RecountController.RecountView lastRecount() {
        return progress.last(1).getFirst();
    }

    @Test
    void leavesCasesAloneThatTheDayDoesNotTouch() {
        settable.set(LocalDateTime.of(2068, 3, 1, 9, 0));
        var before = agency();
        var ended = agency();
        desk().act(clerk, act(ended, "RETURN", "材料不全", Map.of()));
        change("2068-06-05", false, "那达慕");
        afterAMinute();
        assertThat(timeline.of(before.id())).hasSize(1);
        assertThat(timeline.of(ended.id())).hasSize(2);
    }

    @Test
    void countsOnFromAPauseOnTheNewCalendar() {
        settable.set(LocalDateTime.of(2069, 3, 4, 9, 0));
        var opened = agency();
        var head = Desks.at("station-head", SHAOXIANLU_STATION);
        var asked = desk().act(clerk, act(opened, "extend", "部门系统停机", Map.of("amount", 2)));
        var granted = desk().act(head, act(asked, "approve-extension", "同意", Map.of()));
        settable.set(LocalDateTime.of(2069, 3, 7, 9, 0));
        var paused = desk().act(clerk, act(granted, "pause", "听证", Map.of("reason", "HEARING")));

        change("2069-03-06", false, "停电");
        afterAMinute();
        var clock =
                rows.find(opened.id()).orElseThrow().now().clocks().promised().orElseThrow();
        assertThat(clock.pausedAt()).isPresent();
        assertThat(calendars.terms().left(clock, settable.instant()))
                .as("12 days less Tuesday")
                .isEqualTo(11);
        settable.set(LocalDateTime.of(2069, 3, 11, 9, 0));
        var resumed = desk().act(clerk, act(paused, "resume"));
        assertThat(resumed.due()).contains(at("2069-03-26T18:00"));
        assertThat(check.of(opened.id())).isEmpty();
    }

    @Test
    void countsPausesAndExtensionsAnewToo() {
        settable.set(LocalDateTime.of(2076, 3, 2, 9, 0));
        var opened = agency();
        var head = Desks.at("station-head", SHAOXIANLU_STATION);
        settable.set(LocalDateTime.of(2076, 3, 5, 9, 0));
        var paused = desk().act(clerk, act(opened, "pause", "听证", Map.of("reason", "HEARING")));
        settable.set(LocalDateTime.of(2076, 3, 10, 9, 0));
        var resumed = desk().act(clerk, act(paused, "resume"));
        var asked = desk().act(clerk, act(resumed, "extend", "部门系统停机", Map.of("amount", 2)));
        var granted = desk().act(head, act(asked, "approve-extension", "同意", Map.of()));
        assertThat(granted.due()).contains(at("2076-03-24T18:00"));

        change("2076-03-04", false, "停电");
        change("2076-03-06", false, "停电");
        afterAMinute();
        assertThat(dueOf(opened))
                .as("the 4th counts no more, the 6th lay in the pause")
                .isEqualTo(at("2076-03-25T18:00"));
        assertThat(actions(opened)).containsOnlyOnce("clock-changed");
        assertThat(check.of(opened.id())).isEmpty();
    }

    @Test
    void leavesACaseSomebodyIsAtForLater() throws Exception {
        settable.set(LocalDateTime.of(2070, 3, 3, 9, 0));
        var busy = agency();
        var free = agency();
        change("2070-03-07", false, "停电");
        var held = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var somebody = Thread.ofPlatform()
                .start(() -> transaction.executeWithoutResult(status -> {
                    rows.loadToChange(busy.id());
                    held.countDown();
                    await(release);
                }));
        await(held);
        settable.tick(Duration.ofMinutes(1));
        recounting.recountDue();
        assertThat(actions(free)).contains("clock-changed");
        assertThat(actions(busy)).doesNotContain("clock-changed");
        assertThat(unfinished()).isNotEmpty();

        release.countDown();
        somebody.join();
        recounting.recountDue();
        assertThat(actions(busy)).contains("clock-changed");
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void goesOnWhereItWasInterruptedAndCountsNoCaseTwice() {
        settable.set(LocalDateTime.of(2071, 3, 2, 9, 0));
        var opened = new ArrayList<CaseReceipt>();
        for (var n = 0; n < 130; n++) {
            opened.add(agency());
        }
        change("2071-03-05", false, "停电");
        settable.tick(Duration.ofMinutes(1));
        var recount = unfinished().getLast();
        while (recounted(opened) == 0) {
            assertThat(recounting.sweep(recount, recount.why())).isTrue();
        }
        assertThat(recounted(opened)).isBetween(1L, 129L);

        recounting.recountDue();
        assertThat(unfinished()).isEmpty();
        assertThat(opened).allSatisfy(one -> assertThat(actions(one)).containsExactly("open", "clock-changed"));
    }

    @Test
    void aCaseThatCannotBeCountedHoldsUpNoOther() {
        settable.set(LocalDateTime.of(2072, 3, 1, 9, 0));
        var broken = agency();
        var whole = agency();
        setVersion(broken, 99);
        change("2072-03-04", false, "停电");
        afterAMinute();
        assertThat(actions(whole)).containsExactly("open", "clock-changed");
        assertThat(actions(broken)).containsExactly("open");
        assertThat(unfinished()).isNotEmpty();

        setVersion(broken, 1);
        recounting.recountDue();
        assertThat(actions(broken)).containsExactly("open", "clock-changed");
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void remindsAgainWhenTheTermMovedBehindAReminder() {
        settable.set(LocalDateTime.of(2073, 3, 1, 9, 0));
        var opened = agency();
        var due = dueOf(opened);
        settable.set(LocalDateTime.ofInstant(due, SettableClock.ZONE).withHour(17));
        reminding.remindDue();
        assertThat(rows.find(opened.id()).orElseThrow().now().rungs()).contains("near");

        for (var day : List.of("2073-03-16", "2073-03-17")) {
            change(day, false, "停电");
        }
        change("2073-03-15", false, "停电");
        afterAMinute();
        assertThat(dueOf(opened)).isEqualTo(at("2073-03-20T18:00"));
        assertThat(rows.find(opened.id()).orElseThrow().now().rungs())
                .contains("half")
                .doesNotContain("near");

        settable.set(LocalDateTime.of(2073, 3, 20, 17, 0));
        reminding.remindDue();
        assertThat(jdbc.sql("""
                        select unique_key from notify.notice where unique_key like :key order by unique_key
                        """)
                        .param("key", "casework:" + opened.id().value() + ":reminder:near%")
                        .query(String.class)
                        .list())
                .extracting(key -> key.substring(key.indexOf(":reminder:")))
                .containsExactly(":reminder:near", ":reminder:near:1");
    }

    @Test
    void givesTheApplicantNoLessTimeThanTheNoticeSays() {
        settable.set(LocalDateTime.of(2074, 3, 1, 9, 0));
        var sent = desk().act(clerk, act(agency(), "SEND"));
        var asked = desk().act(clerk, act(sent, "REQUEST_CORRECTION", "缺户口簿", Map.of("items", List.of("户口簿"))));
        assertThat(timeoutOf(asked.id())).isEqualTo(at("2074-03-22T18:00"));
        change("2074-03-03", true, "调休上班");
        afterAMinute();
        assertThat(timeoutOf(asked.id())).isEqualTo(at("2074-03-22T18:00"));
        change("2074-03-07", false, "停电");
        change("2074-03-08", false, "停电");
        afterAMinute();
        assertThat(timeoutOf(asked.id())).isEqualTo(at("2074-03-23T18:00"));
        assertThat(check.of(asked.id())).isEmpty();
    }

    private CaseReceipt agency() {
        return desk().open(clerk, Desks.request("counter-agency", SHAOXIANLU_STATION));
    }

    private void afterAMinute() {
        settable.tick(Duration.ofMinutes(1));
        recounting.recountDue();
    }

    private Instant dueOf(CaseReceipt of) {
        return rows.find(of.id()).orElseThrow().now().due();
    }

    private Instant timeoutOf(CaseId id) {
        return rows.find(id).orElseThrow().now().timeoutAt();
    }

    private Instant nextReminder(CaseReceipt of) {
        return recounts.histories(List.of(of.id().value())).get(of.id().value()).nextReminder();
    }

    private List<String> actions(CaseReceipt of) {
        return timeline.of(of.id()).stream().map(TimelineEntry::action).toList();
    }

    private long recounted(List<CaseReceipt> cases) {
        return cases.stream()
                .filter(one -> actions(one).contains("clock-changed"))
                .count();
    }

    private List<RecountRows.Recount> unfinished() {
        return recounts.unfinished(settable.instant());
    }

    private void setVersion(CaseReceipt of, int version) {
        jdbc.sql("update casework.case_file set procedure_version = :version where id = :id")
                .param("id", of.id().value())
                .param("version", version)
                .update();
    }

    private void change(String day, boolean worked, String why) {
        send("/days", """
                {"day": "%s", "worked": %s, "name": "本地调整", "why": "%s"}""".formatted(day, worked, why));
    }

    private void takeBack(String day, String why) {
        send("/days/" + day + "/take-back", """
                {"why": "%s"}""".formatted(why));
    }

    private void send(String path, String body) {
        assertThat(mvc.perform(post("/api/casework/calendar" + path)
                        .with(supervisor)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)))
                .hasStatusOk();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SettableClock.ZONE).toInstant();
    }
}
