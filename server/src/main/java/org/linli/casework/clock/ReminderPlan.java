package org.linli.casework.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.linli.casework.Term;
import org.linli.casework.procedure.Procedure.Reminder;
import org.linli.casework.procedure.Procedure.When;

/**
 * When the rungs of a reminder ladder (提醒) are due. Moments are counted back from the end of the term, so a pause moves
 * them with it. Outside office hours a rung before the end is moved back to the last closing, one after it on to the
 * next opening; red ones stay where they are.
 */
public final class ReminderPlan {

    private final Terms terms;

    public ReminderPlan(Terms terms) {
        this.terms = terms;
    }

    /** A rung and its moment. */
    public record Planned(Reminder reminder, Instant at) {}

    /** The earliest rung not yet sent; none while the clock pauses or after it was stopped. */
    public Optional<Planned> next(ClockState clock, List<Reminder> reminders, Set<String> sent) {
        return planned(clock, reminders).stream()
                .filter(planned -> !sent.contains(planned.reminder().code()))
                .findFirst();
    }

    /** All rungs in the order of time. */
    public List<Planned> planned(ClockState clock, List<Reminder> reminders) {
        if (!clock.isRunning()) {
            return List.of();
        }
        return reminders.stream()
                .map(reminder -> new Planned(reminder, moment(clock, reminder)))
                .sorted(Comparator.comparing(Planned::at))
                .toList();
    }

    private Instant moment(ClockState clock, Reminder reminder) {
        var due = terms.due(clock).at();
        var at = switch (reminder.at()) {
            case When.Share(int percent) -> before(due, clock.term(), 100 - percent);
            case When.Before(Term term) -> before(due, term, 100);
            case When.After(Term term) -> terms.deadline(due, term).at();
        };
        var notBeforeStart = at.isBefore(clock.startedAt()) ? clock.startedAt() : at;
        return reminder.red() ? notBeforeStart : inOfficeHours(notBeforeStart, due, clock.startedAt());
    }

    /** So many percent of a term before its end; days are counted as days of office hours. */
    private Instant before(Instant due, Term term, int percent) {
        var calendar = terms.calendar();
        var officeMinutes = calendar.officeMinutesAt(due);
        return switch (term.unit()) {
            case MINUTES -> due.minus(Duration.ofSeconds(term.amount() * 60L * percent / 100));
            case CALENDAR_DAYS -> due.minus(Duration.ofMinutes(term.amount() * 24L * 60 * percent / 100));
            case OFFICE_HOURS ->
                percent == 0 ? due : calendar.momentOf(officeMinutes - term.amount() * 60L * percent / 100, true);
            case WORKING_DAYS ->
                percent == 0
                        ? due
                        : calendar.momentOf(
                                officeMinutes - (long) term.amount() * calendar.usualMinutesADay() * percent / 100,
                                true);
        };
    }

    private Instant inOfficeHours(Instant at, Instant due, Instant start) {
        var calendar = terms.calendar();
        if (calendar.isOpen(at) || at.equals(due)) {
            return at;
        }
        var closing = calendar.momentOf(calendar.officeMinutesAt(at), false);
        return at.isAfter(due) || closing.isBefore(start) ? calendar.nextOpen(at) : closing;
    }
}
