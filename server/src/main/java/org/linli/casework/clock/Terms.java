package org.linli.casework.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.linli.casework.Term;
import org.linli.casework.procedure.Procedure.PauseReason;

/**
 * Terms counted on a working calendar (时限计算), and clocks moved on. Pure functions. The day of acceptance is day 0 and
 * is not counted; the term ends when the office closes on its last day (Civil Code art. 201 and 203: where there are
 * business hours, the last day ends with them), and a last calendar day that is off moves to the next worked day. A
 * term of 0 days ends with the same day; accepted outside office hours, with the next worked day.
 *
 * <p>Pauses: of the days on which a clock pauses and resumes neither is counted, and counting goes on with the next
 * worked day; a pause that begins and ends on one day does not stop that day.
 */
public final class Terms {

    private final WorkingCalendar calendar;

    public Terms(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** A pause (中止): from one moment to another, or still going on. */
    public record Pause(Instant from, Optional<Instant> to, PauseReason reason) {}

    /** More time (延期), as it was granted at a moment. */
    public record Granted(Instant at, Term by) {}

    public WorkingCalendar calendar() {
        return calendar;
    }

    public Due deadline(Instant acceptedAt, Term term) {
        var end = end(acceptedAt, term.unit(), budget(term));
        return new Due(end, calendar.assumedFrom(calendar.dateOf(acceptedAt), calendar.dateOf(end)));
    }

    /** How much of a unit is used up between two moments while a clock runs: whole days, or minutes. */
    public long consumed(Instant from, Instant to, Term.Unit unit) {
        if (!to.isAfter(from)) {
            return 0;
        }
        return switch (unit) {
            case MINUTES -> Duration.between(from, to).toMinutes();
            case OFFICE_HOURS -> calendar.officeMinutesAt(to) - calendar.officeMinutesAt(from);
            case WORKING_DAYS -> calendar.workedBetween(calendar.dateOf(from), calendar.dateOf(to));
            case CALENDAR_DAYS ->
                calendar.dateOf(to).toEpochDay() - calendar.dateOf(from).toEpochDay();
        };
    }

    public ClockState start(Term term, Instant at) {
        return new ClockState(term, at, 0, at, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A clock that pauses already or was stopped stays as it is. */
    public ClockState pause(ClockState clock, Instant at, PauseReason reason) {
        if (!clock.isRunning()) {
            return clock;
        }
        var lapsed = Optional.of(due(clock).at()).filter(due -> due.isBefore(at));
        return new ClockState(
                clock.term(),
                clock.startedAt(),
                clock.consumed(),
                clock.runningSince(),
                Optional.of(at),
                Optional.of(reason),
                lapsed,
                clock.stoppedAt());
    }

    public ClockState resume(ClockState clock, Instant at) {
        if (clock.pausedAt().isEmpty() || clock.stoppedAt().isPresent()) {
            return clock;
        }
        var pausedAt = clock.pausedAt().get();
        var oneDay = countsDays(clock) && calendar.dateOf(pausedAt).equals(calendar.dateOf(at));
        return new ClockState(
                clock.term(),
                clock.startedAt(),
                oneDay ? clock.consumed() : clock.consumed() + stretch(clock, pausedAt),
                oneDay ? clock.runningSince() : at,
                Optional.empty(),
                Optional.empty(),
                clock.lapsedAt(),
                clock.stoppedAt());
    }

    public ClockState stop(ClockState clock, Instant at) {
        return clock.stoppedAt().isPresent()
                ? clock
                : new ClockState(
                        clock.term(),
                        clock.startedAt(),
                        clock.consumed(),
                        clock.runningSince(),
                        clock.pausedAt(),
                        clock.reason(),
                        clock.lapsedAt(),
                        Optional.of(at));
    }

    /**
     * More of the same unit.
     *
     * @throws IllegalArgumentException when the units differ: they cannot be added up
     */
    public ClockState extend(ClockState clock, Term by) {
        if (by.unit() != clock.term().unit()) {
            throw new IllegalArgumentException(
                    "cannot add " + by.unit() + " to " + clock.term().unit());
        }
        return new ClockState(
                new Term(clock.term().amount() + by.amount(), by.unit()),
                clock.startedAt(),
                clock.consumed(),
                clock.runningSince(),
                clock.pausedAt(),
                clock.reason(),
                clock.lapsedAt().map(lapsed -> end(lapsed, by.unit(), budget(by))),
                clock.stoppedAt());
    }

    /** The same clock counted anew on this calendar, from its pauses in the order of time. */
    public ClockState replay(Term term, Instant startedAt, List<Pause> pauses, Optional<Instant> stoppedAt) {
        var clock = replay(term, startedAt, pauses, List.of());
        return stoppedAt.isPresent() ? stop(clock, stoppedAt.get()) : clock;
    }

    /**
     * The same for a clock that was not stopped.
     *
     * @param term without what was granted later
     * @param granted in the order of time; when each came matters to a term that had lapsed before
     */
    public ClockState replay(Term term, Instant startedAt, List<Pause> pauses, List<Granted> granted) {
        var clock = start(term, startedAt);
        var ahead = new ArrayDeque<>(granted);
        for (var pause : pauses) {
            clock = pause(extended(clock, ahead, pause.from()), pause.from(), pause.reason());
            if (pause.to().isPresent()) {
                clock = resume(
                        extended(clock, ahead, pause.to().get()), pause.to().get());
            }
        }
        return extended(clock, ahead, Instant.MAX);
    }

    private ClockState extended(ClockState clock, Deque<Granted> ahead, Instant until) {
        var extended = clock;
        while (!ahead.isEmpty() && !ahead.getFirst().at().isAfter(until)) {
            extended = extend(extended, ahead.removeFirst().by());
        }
        return extended;
    }

    /**
     * When the term ends. While a clock pauses: when it would end if it were resumed at the moment of the pause, which
     * is what people are shown as "at the earliest".
     */
    public Due due(ClockState clock) {
        var unit = clock.term().unit();
        var at = clock.lapsedAt()
                .orElseGet(() -> end(clock.runningSince(), unit, budget(clock.term()) - clock.consumed()));
        return new Due(at, calendar.assumedFrom(calendar.dateOf(clock.startedAt()), calendar.dateOf(at)));
    }

    /** What is left at a moment in the term's unit (office hours in minutes); negative when overdue. */
    public long left(ClockState clock, Instant now) {
        var until = clock.stoppedAt().filter(stop -> stop.isBefore(now)).orElse(now);
        return budget(clock.term())
                - clock.consumed()
                - stretch(clock, clock.pausedAt().orElse(until));
    }

    public ClockColour colour(ClockState clock, Instant now) {
        var moment = clock.stoppedAt().or(clock::pausedAt).orElse(now);
        var due = due(clock).at();
        if (due.isBefore(moment)) {
            return ClockColour.RED;
        }
        return isSoon(clock, moment, due) ? ClockColour.YELLOW : ClockColour.GREEN;
    }

    /** When the colour turns from green to yellow; the moment of acceptance when it never is green. */
    public Instant yellowAt(ClockState clock) {
        var due = due(clock).at();
        if (!isSoon(clock, clock.startedAt(), due)) {
            return switch (clock.term().unit()) {
                case MINUTES -> due.minus(Duration.ofMinutes(budget(clock.term()) / 3));
                case OFFICE_HOURS, WORKING_DAYS, CALENDAR_DAYS -> firstSoon(clock, due);
            };
        }
        return clock.startedAt();
    }

    /** Yellow is one way, so the first such minute is found by halving. */
    private Instant firstSoon(ClockState clock, Instant due) {
        var green = clock.startedAt();
        var yellow = due;
        while (Duration.between(green, yellow).toSeconds() > 30) {
            var middle = green.plus(Duration.between(green, yellow).dividedBy(2));
            if (isSoon(clock, middle, due)) {
                yellow = middle;
            } else {
                green = middle;
            }
        }
        return yellow;
    }

    /** A third of the term or less is left, or two days or less of a longer one; of a same-day term, the last hour. */
    private boolean isSoon(ClockState clock, Instant moment, Instant due) {
        var budget = budget(clock.term());
        if (budget == 0) {
            return Duration.between(moment, due).compareTo(Duration.ofHours(1)) <= 0;
        }
        var left = left(clock, moment);
        return left * 3 <= budget || (countsDays(clock) && left <= 2 && left < budget);
    }

    private long stretch(ClockState clock, Instant to) {
        var used = consumed(clock.runningSince(), to, clock.term().unit());
        var pauseDayCounted = clock.pausedAt().isPresent()
                && countsDays(clock)
                && used > 0
                && (clock.term().unit() == Term.Unit.CALENDAR_DAYS || calendar.isWorked(calendar.dateOf(to)));
        return pauseDayCounted ? used - 1 : used;
    }

    private Instant end(Instant start, Term.Unit unit, long budget) {
        var day = calendar.dateOf(start);
        return switch (unit) {
            case MINUTES -> start.plus(Duration.ofMinutes(budget));
            case OFFICE_HOURS ->
                budget == 0
                        ? calendar.nextOpen(start)
                        : calendar.momentOf(calendar.officeMinutesAt(start) + budget, false);
            case WORKING_DAYS -> budget == 0 ? sameDay(start) : calendar.closing(calendar.workedDay(day, (int) budget));
            case CALENDAR_DAYS ->
                budget == 0 ? sameDay(start) : calendar.closing(calendar.workedDay(day.plusDays(budget), 0));
        };
    }

    private Instant sameDay(Instant start) {
        var day = calendar.dateOf(start);
        var closing = calendar.isWorked(day) ? calendar.closing(day) : start;
        return start.isBefore(closing) ? closing : calendar.closing(calendar.workedDay(day, 1));
    }

    private static boolean countsDays(ClockState clock) {
        return switch (clock.term().unit()) {
            case WORKING_DAYS, CALENDAR_DAYS -> true;
            case MINUTES, OFFICE_HOURS -> false;
        };
    }

    private static long budget(Term term) {
        return term.unit() == Term.Unit.OFFICE_HOURS ? term.amount() * 60L : term.amount();
    }
}
