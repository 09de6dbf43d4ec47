package org.linli.casework.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.casework.clock.Calendars.at;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.linli.casework.Term;
import org.linli.casework.Term.Unit;
import org.linli.casework.clock.Calendars;
import org.linli.casework.clock.Terms;
import org.linli.casework.clock.Terms.Pause;
import org.linli.casework.procedure.KnownWords;
import org.linli.casework.procedure.Procedure;
import org.linli.casework.procedure.Procedure.PauseReason;
import org.linli.casework.procedure.ProcedureFile;
import org.linli.casework.rehearsal.PastCase.Stay;

class RehearsalTests {

    private static final Instant NOW = at("2026-03-31T09:00");
    private static final String STATION = "ST-150203001";
    private static final String DEPARTMENT = "DP-CIVIL";

    private final Terms terms = new Terms(Calendars.shipped());

    @Test
    void countsWhoWouldBeLateWithAShorterTerm() {
        var rehearsal = rehearse(new Proposal(terms, Optional.of(new Term(2, Unit.WORKING_DAYS)), Optional.empty()));
        rehearsal.add(finished("A", "2026-03-03T10:00"));
        rehearsal.add(finished("B", "2026-03-06T10:00"));
        rehearsal.add(finished("C", "2026-03-20T10:00"));
        var result = rehearsal.result();
        assertThat(result.cases()).isEqualTo(3);
        assertThat(result.lateBefore()).isEqualTo(1);
        assertThat(result.lateAfter()).isEqualTo(2);
        assertThat(result.examples()).extracting(Rehearsal.Late::number).containsExactly("B");
        assertThat(result.examples().getFirst().dueAfter()).isEqualTo(at("2026-03-04T18:00"));
    }

    @Test
    void namesTheUnitThatHeldItWhenTheTermWouldHaveEnded() {
        var rehearsal = rehearse(new Proposal(terms, Optional.of(new Term(2, Unit.WORKING_DAYS)), Optional.empty()));
        rehearsal.add(finished("B", "2026-03-06T10:00"));
        assertThat(rehearsal.result().units())
                .filteredOn(unit -> unit.lateAfter() > 0)
                .extracting(Rehearsal.UnitResult::unit)
                .containsExactly(DEPARTMENT);
    }

    @Test
    void findsDaysOnWhichMoreFallDueThanAUnitEverFinished() {
        var rehearsal = rehearse(new Proposal(terms, Optional.of(new Term(2, Unit.WORKING_DAYS)), Optional.empty()));
        rehearsal.add(finished("A", "2026-03-05T10:00"));
        rehearsal.add(finished("B", "2026-03-06T10:00"));
        rehearsal.add(finished("C", "2026-03-09T10:00"));
        var department = rehearsal.result().units().getFirst();
        assertThat(department.unit()).isEqualTo(DEPARTMENT);
        assertThat(department.capacity()).isEqualTo(1);
        assertThat(department.peakAfter()).isEqualTo(3);
        assertThat(department.overflowDaysAfter()).isEqualTo(1);
    }

    @Test
    void countsAHolidayThatIsNotYetInForce() {
        var free = Calendars.shippedWith("2026-03-04", false);
        var rehearsal = rehearse(new Proposal(new Terms(free), Optional.empty(), Optional.empty()));
        rehearsal.add(finished("A", "2026-03-10T10:00"));
        var result = rehearsal.result();
        assertThat(result.lateBefore()).isEqualTo(1);
        assertThat(result.lateAfter()).isZero();
        assertThat(result.noLongerLate()).isEqualTo(1);
    }

    @Test
    void pausesWhereTheNewVersionPauses() {
        var rehearsal = rehearse(new Proposal(terms, Optional.empty(), Optional.of(pausingReview())));
        rehearsal.add(finished("A", "2026-03-12T10:00"));
        var result = rehearsal.result();
        assertThat(result.lateBefore()).isEqualTo(1);
        assertThat(result.lateAfter()).isZero();
    }

    @Test
    void leavesACaseAloneWhoseClockStillPauses() {
        var rehearsal = rehearse(new Proposal(terms, Optional.of(new Term(3, Unit.WORKING_DAYS)), Optional.empty()));
        var pause = new Pause(at("2026-03-03T10:00"), Optional.empty(), PauseReason.APPRAISAL);
        rehearsal.add(new PastCase(
                "A",
                new Term(5, Unit.WORKING_DAYS),
                at("2026-03-02T09:00"),
                List.of(pause),
                List.of(),
                List.of(new Stay(at("2026-03-02T09:00"), "REVIEW", DEPARTMENT)),
                Optional.empty()));
        assertThat(rehearsal.result().lateAfter()).isZero();
    }

    private Rehearsal rehearse(Proposal proposal) {
        return new Rehearsal(terms, proposal, NOW);
    }

    /** Accepted on Monday the 2nd for five working days, with the department from the 3rd on. */
    private static PastCase finished(String number, String at) {
        return new PastCase(
                number,
                new Term(5, Unit.WORKING_DAYS),
                at("2026-03-02T09:00"),
                List.of(),
                List.of(),
                List.of(
                        new Stay(at("2026-03-02T09:00"), "ACCEPTED", STATION),
                        new Stay(at("2026-03-03T09:30"), "REVIEW", DEPARTMENT),
                        new Stay(at(at), "COMPLETED", DEPARTMENT)),
                Optional.of(at(at)));
    }

    private static Procedure pausingReview() {
        return ProcedureFile.read("yaml", """
                        key: tried
                        version: 2
                        names: {zh: 试, en: Tried}
                        opens: [clerk]
                        initial: ACCEPTED
                        states:
                          ACCEPTED: {names: {zh: 收, en: In}, kind: WORK, turn: WINDOW}
                          REVIEW:
                            {names: {zh: 审, en: Review}, kind: WAIT_OTHER, turn: DEPARTMENT, clock: PAUSE, pause: [APPRAISAL]}
                          COMPLETED: {names: {zh: 完, en: Done}, kind: END, turn: NOBODY}
                        actions:
                          GO: {names: {zh: 去, en: Go}, from: [ACCEPTED], to: REVIEW, who: {roles: [clerk]}}
                          END: {names: {zh: 完, en: End}, from: [REVIEW], to: COMPLETED, who: {roles: [clerk]}}
                        limits:
                          promised: 5 working days
                          reminders: {late: {at: 100%, tell: [unit]}}
                        """, KnownWords.ANY).procedure().orElseThrow();
    }
}
