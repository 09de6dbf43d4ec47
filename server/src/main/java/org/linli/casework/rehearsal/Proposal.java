package org.linli.casework.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.casework.Term;
import org.linli.casework.clock.ClockState;
import org.linli.casework.clock.Terms;
import org.linli.casework.clock.Terms.Pause;
import org.linli.casework.procedure.Procedure;
import org.linli.casework.procedure.Procedure.Clock;

/**
 * What would be different: the calendar, the term, or the procedure with its pauses.
 *
 * @param term instead of the terms the cases had
 * @param version a version not yet published, whose states say when a clock runs
 */
record Proposal(Terms terms, Optional<Term> term, Optional<Procedure> version) {

    /** The clock the case would have had. */
    ClockState clock(PastCase past) {
        var budget = term.or(() -> version.flatMap(
                        procedure -> procedure.terms().promised().or(procedure.terms()::statutory)))
                .orElse(past.term());
        var start = version.map(procedure -> start(past, procedure)).orElse(past.startedAt());
        var pauses = version.map(procedure -> pauses(past, procedure, start)).orElse(past.pauses());
        return terms.replay(budget, start, pauses, past.finishedAt());
    }

    private static Instant start(PastCase past, Procedure procedure) {
        return past.stays().stream()
                .filter(stay ->
                        clock(procedure, stay.state()).filter(Clock.RUN::equals).isPresent())
                .map(PastCase.Stay::from)
                .findFirst()
                .orElse(past.startedAt());
    }

    /** The stays in states that pause now, and what people paused themselves; overlapping ones become one. */
    private static List<Pause> pauses(PastCase past, Procedure procedure, Instant start) {
        var pauses = new ArrayList<>(past.holds());
        for (var i = 0; i < past.stays().size(); i++) {
            var stay = past.stays().get(i);
            var until = i + 1 < past.stays().size()
                    ? Optional.of(past.stays().get(i + 1).from())
                    : past.finishedAt();
            if (!stay.from().isBefore(start)
                    && clock(procedure, stay.state())
                            .filter(Clock.PAUSE::equals)
                            .isPresent()) {
                var reason =
                        procedure.state(stay.state()).pauseReasons().iterator().next();
                pauses.add(new Pause(stay.from(), until, reason));
            }
        }
        return joined(pauses);
    }

    private static Optional<Clock> clock(Procedure procedure, String state) {
        return procedure.hasState(state) ? Optional.of(procedure.state(state).clock()) : Optional.empty();
    }

    static List<Pause> joined(List<Pause> pauses) {
        var inOrder = pauses.stream()
                .sorted(java.util.Comparator.comparing(Pause::from))
                .toList();
        var joined = new ArrayList<Pause>();
        for (var pause : inOrder) {
            if (!joined.isEmpty() && touches(joined.getLast(), pause)) {
                var last = joined.removeLast();
                joined.add(new Pause(last.from(), later(last.to(), pause.to()), last.reason()));
            } else {
                joined.add(pause);
            }
        }
        return joined;
    }

    private static boolean touches(Pause earlier, Pause later) {
        return earlier.to().map(end -> !later.from().isAfter(end)).orElse(true);
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return one.isEmpty() || other.isEmpty()
                ? Optional.empty()
                : Optional.of(one.get().isAfter(other.get()) ? one.get() : other.get());
    }
}
