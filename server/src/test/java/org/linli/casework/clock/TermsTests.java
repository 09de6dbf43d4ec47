package org.linli.casework.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.casework.clock.Calendars.at;

import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.casework.Term;
import org.linli.casework.Term.Unit;
import org.linli.casework.procedure.Procedure.PauseReason;

class TermsTests {

    private static final Term FIVE_DAYS = new Term(5, Unit.WORKING_DAYS);

    private final Terms terms = new Terms(Calendars.shipped());

    @ParameterizedTest
    @CsvSource({
        // Saturday the 14th is worked, the Spring Festival holds from the 15th to the 23rd.
        "2026-02-12T09:00, 5, WORKING_DAYS, 2026-02-26T18:00",
        "2026-04-28T16:30, 20, WORKING_DAYS, 2026-05-28T18:00",
        "2026-03-02T09:00, 0, WORKING_DAYS, 2026-03-02T18:00",
        // Accepted after closing or on a day off, "same day" is the next worked day.
        "2026-03-06T19:00, 0, WORKING_DAYS, 2026-03-09T18:00",
        "2026-03-07T10:00, 0, WORKING_DAYS, 2026-03-09T18:00",
        "2026-03-07T10:00, 1, WORKING_DAYS, 2026-03-09T18:00",
        // The last calendar day is a Sunday, so the term ends with the Monday after (Civil Code art. 203).
        "2026-03-05T09:00, 3, CALENDAR_DAYS, 2026-03-09T18:00",
        "2026-03-02T09:00, 15, MINUTES, 2026-03-02T09:15",
        "2026-03-02T11:00, 2, OFFICE_HOURS, 2026-03-02T15:30",
        "2026-03-06T17:00, 2, OFFICE_HOURS, 2026-03-09T09:30",
        // The hour that ends exactly at closing ends then, not at the next opening.
        "2026-03-06T17:00, 1, OFFICE_HOURS, 2026-03-06T18:00",
    })
    void endsOnTheLastDayOfTheTerm(String accepted, int amount, Unit unit, String due) {
        assertThat(terms.deadline(at(accepted), new Term(amount, unit)).at()).isEqualTo(at(due));
    }

    @Test
    void saysFromWhichYearTheStatutoryDaysAreNotKnown() {
        assertThat(terms.deadline(at("2026-12-28T09:00"), FIVE_DAYS).assumedFrom())
                .contains(Year.of(2027));
        assertThat(terms.deadline(at("2026-12-21T09:00"), FIVE_DAYS).assumedFrom())
                .isEmpty();
    }

    @Test
    void countsNeitherTheDayOfThePauseNorThatOfTheResumption() {
        var clock = terms.start(FIVE_DAYS, at("2026-03-02T09:00"));
        clock = terms.pause(clock, at("2026-03-04T10:00"), PauseReason.HEARING);
        assertThat(terms.left(clock, at("2026-03-20T10:00"))).isEqualTo(4);
        clock = terms.resume(clock, at("2026-03-11T10:00"));
        // Only the 3rd was used; four days follow from the 12th.
        assertThat(terms.due(clock).at()).isEqualTo(at("2026-03-17T18:00"));
        assertThat(terms.left(clock, at("2026-03-12T10:00"))).isEqualTo(3);
    }

    @Test
    void givesNothingForAPauseThatEndsOnTheDayItBegan() {
        var clock = terms.start(FIVE_DAYS, at("2026-03-02T09:00"));
        var resumed =
                terms.resume(terms.pause(clock, at("2026-03-04T10:00"), PauseReason.HEARING), at("2026-03-04T16:00"));
        assertThat(terms.due(resumed)).isEqualTo(terms.due(clock));
    }

    @Test
    void neverMendsAMissedTermByAPause() {
        var clock = terms.start(FIVE_DAYS, at("2026-03-02T09:00"));
        var due = terms.due(clock).at();
        var late = terms.pause(clock, at("2026-03-12T10:00"), PauseReason.SUPPLEMENT);
        assertThat(terms.due(late).at()).isEqualTo(due);
        assertThat(terms.due(terms.resume(late, at("2026-03-20T10:00"))).at()).isEqualTo(due);
        assertThat(terms.colour(late, at("2026-03-12T10:00"))).isEqualTo(ClockColour.RED);
    }

    @Test
    void extendsTheTermByWorkedDays() {
        var clock = terms.extend(terms.start(FIVE_DAYS, at("2026-03-02T09:00")), new Term(10, Unit.WORKING_DAYS));
        assertThat(terms.due(clock).at()).isEqualTo(at("2026-03-23T18:00"));
    }

    @Test
    void turnsYellowWithTwoDaysLeftAndRedWhenOverdue() {
        var clock = terms.start(FIVE_DAYS, at("2026-03-02T09:00"));
        assertThat(List.of("2026-03-04T09:00", "2026-03-05T09:00", "2026-03-09T18:00", "2026-03-09T18:01"))
                .extracting(moment -> terms.colour(clock, at(moment)))
                .containsExactly(ClockColour.GREEN, ClockColour.YELLOW, ClockColour.YELLOW, ClockColour.RED);
    }

    @Test
    void turnsYellowAtTheMomentItNames() {
        for (var amount : List.of(0, 1, 2, 3, 5, 20, 60)) {
            for (var unit : Unit.values()) {
                var clock = terms.start(new Term(amount, unit), at("2026-03-02T09:00"));
                var yellow = terms.yellowAt(clock);
                assertThat(terms.colour(clock, yellow)).as(amount + " " + unit).isNotEqualTo(ClockColour.GREEN);
                if (yellow.isAfter(clock.startedAt())) {
                    assertThat(terms.colour(clock, yellow.minusSeconds(60)))
                            .as(amount + " " + unit)
                            .isEqualTo(ClockColour.GREEN);
                }
            }
        }
    }

    @Test
    void replaysAClockFromItsPausesOnAnotherCalendar() {
        var pauses = List.of(
                new Terms.Pause(at("2026-03-04T10:00"), Optional.of(at("2026-03-11T10:00")), PauseReason.APPRAISAL));
        Optional<Instant> stillRunning = Optional.empty();
        var clock = terms.replay(FIVE_DAYS, at("2026-03-02T09:00"), pauses, stillRunning);
        assertThat(terms.due(clock).at()).isEqualTo(at("2026-03-17T18:00"));
    }
}
