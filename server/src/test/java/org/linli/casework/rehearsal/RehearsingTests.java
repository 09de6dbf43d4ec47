package org.linli.casework.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseReceipt;
import org.linli.casework.CaseSubject;
import org.linli.casework.Cases;
import org.linli.casework.OpenCase;
import org.linli.casework.Term;
import org.linli.casework.clock.WorkingCalendars;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Rehearsals over cases that were stored: four requests to another unit, promised in three working days, that came in on
 * a Tuesday of 2095. A year of their own, so that no other test's cases are counted.
 */
@LinliTest
class RehearsingTests {

    private static final Acting HOUSE = Acting.system("test");
    private static final AtomicInteger WEEKS = new AtomicInteger();

    @Autowired
    Rehearsing rehearsing;

    @Autowired
    Cases cases;

    @Autowired
    SettableClock clock;

    /** A Tuesday; every test has three weeks of its own. */
    private final LocalDate tuesday = LocalDate.of(2095, 3, 1).plusWeeks(WEEKS.getAndAdd(3));

    private CaseReceipt quick = null;
    private CaseReceipt slow = null;
    private CaseReceipt paused = null;
    private CaseReceipt open = null;

    @BeforeEach
    void comeIn() {
        clock.set(day(1).atTime(9, 0));
        quick = request();
        slow = request();
        paused = request();
        open = request();
        clock.set(day(1).atTime(10, 0));
        paused = act(paused, "pause", Map.of("reason", "HEARING"));
        clock.set(day(2).atTime(10, 0));
        act(quick, "ANSWER", Map.of());
        clock.set(day(3).atTime(9, 0));
        paused = act(paused, "resume", Map.of());
        clock.set(day(3).atTime(10, 0));
        act(slow, "ANSWER", Map.of());
        clock.set(day(4).atTime(10, 0));
        act(paused, "ANSWER", Map.of());
        clock.set(day(15).atTime(9, 0));
    }

    @AfterEach
    void back() {
        clock.set(SettableClock.START);
    }

    @Test
    void countsWhoWouldHaveBeenLateUnderAShorterTerm() {
        var result = rehearse(Optional.of(new Term(1, Term.Unit.WORKING_DAYS)), List.of());
        assertThat(result.cases()).isEqualTo(4);
        assertThat(result.lateBefore()).as("the one nobody answered").isEqualTo(1);
        assertThat(result.lateAfter()).isEqualTo(2);
        assertThat(result.newlyLate()).isEqualTo(1);
        assertThat(result.noLongerLate()).isZero();
        var example = result.examples().getFirst();
        assertThat(example.number()).isEqualTo(slow.number());
        assertThat(example.dueBefore()).isEqualTo(at(day(4).atTime(18, 0)));
        assertThat(example.dueAfter()).isEqualTo(at(day(2).atTime(18, 0)));
        assertThat(example.unit()).isEqualTo(Actings.SHAOXIANLU_STATION.value());
        assertThat(example.state()).isEqualTo("ASKED");
        assertThat(result.units()).singleElement().satisfies(unit -> {
            assertThat(unit.lateBefore()).isEqualTo(1);
            assertThat(unit.lateAfter()).isEqualTo(2);
            assertThat(unit.capacity()).isEqualTo(1);
            assertThat(unit.peakAfter()).isEqualTo(3);
            assertThat(unit.peakDay()).isEqualTo(day(2));
        });
    }

    @Test
    void countsAHolidayAndAShorterTermTogether() {
        var free = new WorkingCalendars.Day(day(2), false);
        var result = rehearse(Optional.of(new Term(1, Term.Unit.WORKING_DAYS)), List.of(free));
        assertThat(result.newlyLate())
                .as("the term would have ended a day later")
                .isZero();
        assertThat(result.lateAfter()).isEqualTo(1);
    }

    @Test
    void forgivesWhoWouldHaveHadTheTime() {
        var result = rehearse(Optional.of(new Term(15, Term.Unit.WORKING_DAYS)), List.of());
        assertThat(result.noLongerLate()).isEqualTo(1);
        assertThat(result.lateAfter()).isZero();
    }

    @Test
    void leavesOutOtherDaysProceduresAndAreas() {
        assertThat(run(HOUSE, "assist-unit", day(2), Optional.of(new Term(1, Term.Unit.WORKING_DAYS)), List.of())
                        .cases())
                .isZero();
        assertThat(run(HOUSE, "counter-direct", day(1), Optional.of(new Term(1, Term.Unit.WORKING_DAYS)), List.of())
                        .cases())
                .isZero();
        var elsewhere = Actings.with(
                "district-supervisor", Actings.SHAOXIANLU_STATION, DivisionCode.of("150203004"), RehearsalWords.RUN);
        assertThat(run(elsewhere, "assist-unit", day(1), Optional.of(new Term(1, Term.Unit.WORKING_DAYS)), List.of())
                        .cases())
                .isZero();
    }

    private Rehearsal.Result rehearse(Optional<Term> term, List<WorkingCalendars.Day> days) {
        return run(HOUSE, "assist-unit", day(1), term, days);
    }

    private Rehearsal.Result run(
            Acting by, String procedure, LocalDate on, Optional<Term> term, List<WorkingCalendars.Day> days) {
        return rehearsing
                .run(by, new Rehearsing.Question(procedure, on, on, term, days, Optional.empty()))
                .result();
    }

    private CaseReceipt request() {
        return cases.open(
                HOUSE,
                new OpenCase(
                        "assist-unit",
                        Names.of("请核实一份材料", "Please verify a paper"),
                        new CaseSubject("test.matter", UUID.randomUUID().toString()),
                        Actings.SHAOXIANLU,
                        Actings.SHAOXIANLU_STATION,
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        UUID.randomUUID().toString()));
    }

    private CaseReceipt act(CaseReceipt on, String action, Map<String, Object> input) {
        return cases.act(
                HOUSE,
                new ActOnCase(
                        on.id(),
                        on.revision(),
                        action,
                        "情况说明",
                        input,
                        UUID.randomUUID().toString()));
    }

    private LocalDate day(int of) {
        return tuesday.plusDays(of - 1L);
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(SettableClock.ZONE).toInstant();
    }
}
