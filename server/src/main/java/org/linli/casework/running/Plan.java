package org.linli.casework.running;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.linli.casework.clock.ClockColour;
import org.linli.casework.clock.ClockState;
import org.linli.casework.clock.WorkingCalendars;
import org.linli.casework.procedure.Procedure.Reminder;

/** When something will happen to a case by itself: lists and jobs find it by these moments. */
record Plan(Instant yellowAt, Instant nextReminder, Instant timeoutAt) {

    static Instant nextReminder(
            WorkingCalendars calendars, CaseClocks clocks, List<Reminder> ladder, Set<String> sent) {
        return clocks.leading()
                .flatMap(clock -> calendars.reminders().next(clock, ladder, sent))
                .map(planned -> planned.at())
                .orElse(Moments.NEVER);
    }

    /** The first minute at which the clock is no longer green, found by halving: colours only ever get worse. */
    static Instant yellowAt(WorkingCalendars calendars, CaseClocks clocks, Instant now) {
        var running = clocks.leading().filter(ClockState::isRunning);
        if (running.isEmpty()) {
            return Moments.NEVER;
        }
        var clock = running.get();
        var terms = calendars.terms();
        var green = now.getEpochSecond() / 60;
        var later = terms.due(clock).at().getEpochSecond() / 60 + 1;
        if (terms.colour(clock, now) != ClockColour.GREEN) {
            return now;
        }
        while (later - green > 1) {
            var middle = (green + later) / 2;
            if (terms.colour(clock, Instant.ofEpochSecond(middle * 60)) == ClockColour.GREEN) {
                green = middle;
            } else {
                later = middle;
            }
        }
        return Instant.ofEpochSecond(later * 60);
    }
}
