package org.linli.casework.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.casework.running.Desks.act;
import static org.linli.casework.running.Desks.because;
import static org.linli.testing.Actings.SHAOXIANLU_STATION;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseReceipt;
import org.linli.casework.CaseworkReason;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What is missing is told within five working days of receipt, or the application counts as accepted from that day
 * (Administrative Licensing Law art. 32). All cases come in on Monday, 2 March 2026, at nine.
 */
@LinliTest
class ReceiptTests extends DeskTests {

    @Autowired
    SettableClock settable;

    @Autowired
    TimingOut timingOut;

    private final Acting clerk = Desks.clerk();
    private final Acting head = Desks.at("station-head", SHAOXIANLU_STATION);

    @AfterEach
    void backToMonday() {
        settable.set(SettableClock.START);
    }

    @Test
    void countsAsAcceptedFromReceiptWhenNothingIsSaidInFiveWorkingDays() {
        var silent = received();
        settable.set(LocalDateTime.of(2026, 3, 9, 17, 59));
        timingOut.timeOutDue();
        assertThat(find(silent).now().state()).isEqualTo("RECEIVED");

        settable.set(LocalDateTime.of(2026, 3, 9, 18, 1));
        timingOut.timeOutDue();
        var accepted = find(silent);
        assertThat(accepted.now().state()).isEqualTo("ACCEPTED");
        var clock = accepted.now().clocks().promised().orElseThrow();
        assertThat(clock.startedAt()).isEqualTo(at("2026-03-02T09:00"));
        assertThat(accepted.now().due())
                .as("15 working days of the day of receipt")
                .isEqualTo(at("2026-03-23T18:00"));
        var entry = timeline.of(silent.id()).getLast();
        assertThat(entry.action()).isEqualTo("DEEM_ACCEPTED");
        assertThat(entry.role()).isEqualTo("system");
        assertThat(check.of(silent.id())).isEmpty();
    }

    @Test
    void doesNotBeginTheFiveDaysAnewWithTheFirstLook() {
        var opened = received();
        settable.set(LocalDateTime.of(2026, 3, 6, 16, 0));
        var seen = desk().act(clerk, act(opened, "PRE_REVIEW"));
        assertThat(find(seen).now().timeoutAt()).isEqualTo(at("2026-03-09T18:00"));
        settable.set(LocalDateTime.of(2026, 3, 9, 18, 1));
        timingOut.timeOutDue();
        assertThat(find(seen).now().state()).isEqualTo("ACCEPTED");
    }

    @Test
    void refusesEveryAnswerThatComesTooLateAndLeavesTheLegalOne() {
        var opened = received();
        settable.set(LocalDateTime.of(2026, 3, 9, 17, 59));
        assertThatThrownBy(() -> desk().act(clerk, act(opened, "DEEM_ACCEPTED")))
                .is(because(CaseworkReason.TERM_NOT_OVER));
        settable.set(LocalDateTime.of(2026, 3, 9, 18, 1));
        for (var action : List.of("REQUEST_CORRECTION", "REJECT", "RETURN")) {
            assertThatThrownBy(() -> desk().act(clerk, act(opened, action, "材料不全", Map.of())))
                    .as(action)
                    .is(because(CaseworkReason.TERM_OF_RECEIPT_OVER));
        }
        var accepted = desk().act(clerk, act(opened, "DEEM_ACCEPTED"));
        assertThat(accepted.due()).contains(at("2026-03-23T18:00"));
    }

    @Test
    void startsTheClockWithAnAcceptanceInTime() {
        var opened = received();
        settable.set(LocalDateTime.of(2026, 3, 5, 10, 0));
        var seen = desk().act(clerk, act(opened, "PRE_REVIEW"));
        var accepted = desk().act(clerk, act(seen, "ACCEPT"));
        assertThat(accepted.due()).as("15 working days of acceptance").contains(at("2026-03-26T18:00"));
        assertThat(find(accepted).now().timeoutAt()).isEqualTo(Moments.NEVER);
    }

    @Test
    void countsFiveDaysAnewFromTheCorrection() {
        settable.set(LocalDateTime.of(2026, 3, 2, 9, 0));
        var opened = received();
        settable.set(LocalDateTime.of(2026, 3, 4, 9, 0));
        var asked = desk().act(clerk, act(opened, "REQUEST_CORRECTION", "缺户口簿", Map.of()));
        assertThat(find(asked).now().timeoutAt())
                .as("15 working days to correct")
                .isEqualTo(at("2026-03-25T18:00"));
        settable.set(LocalDateTime.of(2026, 3, 18, 9, 0));
        var corrected = desk().act(clerk, act(asked, "CORRECT", "", Map.of("files", List.of("a"))));
        assertThat(find(corrected).now().timeoutAt()).isEqualTo(at("2026-03-25T18:00"));
        assertThatThrownBy(() -> desk().act(clerk, act(corrected, "REQUEST_CORRECTION", "再缺一份", Map.of())))
                .is(because(CaseworkReason.ONLY_ONCE));
        settable.set(LocalDateTime.of(2026, 3, 25, 18, 1));
        timingOut.timeOutDue();
        var clock = find(corrected).now().clocks().promised().orElseThrow();
        assertThat(clock.startedAt()).isEqualTo(at("2026-03-18T09:00"));
    }

    @Test
    void endsACaseThatWasNotCorrectedAndNotADaySooner() {
        var opened = received();
        var asked = desk().act(clerk, act(opened, "REQUEST_CORRECTION", "缺户口簿", Map.of()));
        settable.set(LocalDateTime.of(2026, 3, 23, 17, 59));
        assertThatThrownBy(() -> desk().act(head, act(asked, "LAPSE"))).is(because(CaseworkReason.TERM_NOT_OVER));
        settable.set(LocalDateTime.of(2026, 3, 23, 18, 1));
        timingOut.timeOutDue();
        assertThat(find(asked).now().state()).isEqualTo("TERMINATED");
        assertThat(timeline.of(asked.id()).getLast().actor()).isEqualTo("timeout");
        timingOut.timeOutDue();
        assertThat(timeline.of(asked.id())).hasSize(3);
    }

    @Test
    void putsATimeOutOffThatCannotBeTakenNow() {
        var opened = received();
        desk().act(
                        clerk,
                        new ActOnCase(
                                opened.id(),
                                1,
                                "assist",
                                "请协助核实",
                                Map.of("join", "ANY", "units", List.of(Desks.WANQINGLU_STATION.value())),
                                opened.number()));
        settable.set(LocalDateTime.of(2026, 3, 9, 18, 1));
        timingOut.timeOutDue();
        var waiting = find(opened);
        assertThat(waiting.now().state()).isEqualTo("RECEIVED");
        assertThat(waiting.now().timeoutAt()).isEqualTo(at("2026-03-09T19:01"));
    }

    @Test
    void holdsDepartmentsToTheSameFiveDays() {
        var opened = desk().open(clerk, Desks.request("counter-agency", SHAOXIANLU_STATION));
        var sent = desk().act(clerk, act(opened, "SEND"));
        settable.set(LocalDateTime.of(2026, 3, 9, 18, 1));
        assertThatThrownBy(() -> desk().act(clerk, act(sent, "REQUEST_CORRECTION", "缺一份", Map.of())))
                .is(because(CaseworkReason.TERM_OF_RECEIPT_OVER));
    }

    private CaseReceipt received() {
        return desk().open(clerk, Desks.request("counter-accept", SHAOXIANLU_STATION));
    }

    private CaseFile find(CaseReceipt of) {
        return rows.find(of.id()).orElseThrow();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SettableClock.ZONE).toInstant();
    }
}
