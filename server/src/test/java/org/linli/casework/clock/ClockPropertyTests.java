package org.linli.casework.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.linli.casework.Term;
import org.linli.casework.Term.Unit;
import org.linli.casework.procedure.Procedure.PauseReason;

/** What must hold for every clock. A failure names its seed; put it in place of the fresh one to see it again. */
class ClockPropertyTests {

    private static final Instant FIRST = Calendars.at("2024-01-02T09:00");
    private static final int MINUTES = 3 * 365 * 24 * 60;
    private static final int TRIES = 20_000;

    private final Terms terms = new Terms(Calendars.shipped());

    @Test
    void deadlinesGrowWithAcceptanceAndWithTheTerm() {
        everyTime((random, unit) -> {
            var one = moment(random);
            var other = one.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 20)));
            var amount = random.nextInt(40);
            var due = terms.deadline(one, new Term(amount, unit)).at();
            assertThat(terms.deadline(other, new Term(amount, unit)).at()).isAfterOrEqualTo(due);
            assertThat(terms.deadline(one, new Term(amount + 1, unit)).at()).isAfterOrEqualTo(due);
            assertThat(due).isAfterOrEqualTo(one);
        });
    }

    @Test
    void consumptionAddsUp() {
        everyTime((random, unit) -> {
            var a = moment(random);
            var b = a.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 30)));
            var c = b.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 30)));
            assertThat(terms.consumed(a, b, unit) + terms.consumed(b, c, unit)).isEqualTo(terms.consumed(a, c, unit));
        });
    }

    @Test
    void runsOutAtTheDeadlineAndNotBefore() {
        everyTime((random, unit) -> {
            var clock = terms.start(new Term(1 + random.nextInt(30), unit), moment(random));
            var due = terms.due(clock).at();
            assertThat(terms.left(clock, due)).isLessThanOrEqualTo(0);
            assertThat(terms.colour(clock, due)).isNotEqualTo(ClockColour.RED);
            assertThat(terms.colour(clock, due.plusSeconds(1))).isEqualTo(ClockColour.RED);
        });
    }

    @Test
    void runsOnlyForwardThroughAnySequenceOfPauses() {
        everyTime((random, unit) -> {
            var clock = terms.start(new Term(random.nextInt(30), unit), moment(random));
            var now = clock.startedAt();
            var left = terms.left(clock, now);
            var due = terms.due(clock).at();
            for (var step = 0; step < 12; step++) {
                now = now.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 4)));
                if (clock.isRunning()) {
                    assertThat(terms.left(clock, now))
                            .as("time left never grows")
                            .isLessThanOrEqualTo(left);
                    left = terms.left(clock, now);
                    clock = terms.pause(clock, now, PauseReason.HEARING);
                } else {
                    clock = terms.resume(clock, now);
                }
                assertThat(terms.left(clock, now)).as("no pause shortens it").isGreaterThanOrEqualTo(left);
                assertThat(terms.due(clock).at())
                        .as("nor brings the end nearer")
                        .isAfterOrEqualTo(due);
                left = clock.isRunning() ? terms.left(clock, now) : left;
                due = terms.due(clock).at();
            }
        });
    }

    @Test
    void remindsInTheOrderOfTheLadderAndInOfficeHours() {
        everyTime((random, unit) -> {
            var clock = terms.start(new Term(1 + random.nextInt(30), unit), moment(random));
            var plan = new ReminderPlan(terms).planned(clock, Ladders.USUAL);
            assertThat(plan).extracting(planned -> planned.at()).isSorted();
            assertThat(plan).allSatisfy(planned -> {
                assertThat(planned.at()).isAfterOrEqualTo(clock.startedAt());
                var quiet = planned.at().equals(terms.due(clock).at())
                        || planned.reminder().red();
                assertThat(quiet || terms.calendar().isOpen(planned.at()) || isClosing(planned.at()))
                        .as(planned.toString())
                        .isTrue();
            });
        });
    }

    private boolean isClosing(Instant moment) {
        return terms.calendar().isOpen(moment.minusSeconds(60));
    }

    private interface Law {
        void holds(Random random, Unit unit);
    }

    private static void everyTime(Law law) {
        var seed = new Random().nextLong();
        for (var i = 0; i < TRIES; i++) {
            var random = new Random(seed + i);
            var unit = Unit.values()[random.nextInt(Unit.values().length)];
            try {
                law.holds(random, unit);
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("seed " + (seed + i) + ", " + unit, broken);
            }
        }
    }

    private static Instant moment(Random random) {
        return FIRST.plus(Duration.ofMinutes(random.nextInt(MINUTES)));
    }
}
