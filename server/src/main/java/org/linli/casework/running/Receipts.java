package org.linli.casework.running;

import java.time.Instant;
import org.linli.casework.Term;
import org.linli.casework.clock.WorkingCalendars;
import org.linli.casework.procedure.Procedure;
import org.linli.casework.procedure.Procedure.Action;
import org.linli.casework.procedure.Procedure.Timeout;
import org.springframework.stereotype.Component;

/**
 * Receipt (收件): when the applicant last handed something in, which is the opening or the coming of a supplement. What is
 * missing must be told within five working days of it, all at once; else the application counts as accepted from the day
 * of receipt (Administrative Licensing Law art. 32).
 */
@Component
class Receipts {

    /** How long an authority may look before it says what is missing. */
    static final Term TO_TELL_WHAT_IS_MISSING = new Term(5, Term.Unit.WORKING_DAYS);

    private final TimelineRows timeline;
    private final WorkingCalendars calendars;

    Receipts(TimelineRows timeline, WorkingCalendars calendars) {
        this.timeline = timeline;
        this.calendars = calendars;
    }

    Instant of(CaseFile file, Procedure procedure) {
        return timeline.receivedAt(file.id(), procedure.awaitingApplicant());
    }

    Instant endOf(Term within, CaseFile file, Procedure procedure) {
        return calendars.terms().deadline(of(file, procedure), within).at();
    }

    boolean isIn(Term within, CaseFile file, Procedure procedure, Instant now) {
        return !now.isAfter(endOf(within, file, procedure));
    }

    /** Not after its own term, and what ends a state's term not before that. */
    boolean isInTime(Action action, CaseFile file, Procedure procedure, Instant now) {
        return !isTooEarly(action, file, procedure, now)
                && action.within()
                        .map(within -> isIn(within, file, procedure, now))
                        .orElse(true);
    }

    static boolean isTooEarly(Action action, CaseFile file, Procedure procedure, Instant now) {
        return endsTerm(action, file, procedure) && now.isBefore(file.now().timeoutAt());
    }

    /** Whether it is what happens when a term counted since receipt has passed. */
    static boolean followsFromReceipt(Action action, CaseFile file, Procedure procedure) {
        return endsTerm(action, file, procedure)
                && procedure
                        .state(file.now().state())
                        .timeout()
                        .filter(Timeout::sinceReceipt)
                        .isPresent();
    }

    private static boolean endsTerm(Action action, CaseFile file, Procedure procedure) {
        return procedure
                .state(file.now().state())
                .timeout()
                .filter(timeout -> timeout.action().equals(action.code()))
                .isPresent();
    }
}
