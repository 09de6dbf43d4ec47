package org.linli.casework.running;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.linli.casework.CaseTerms;
import org.linli.casework.Term;
import org.linli.casework.clock.ClockState;
import org.linli.casework.clock.Terms;
import org.linli.casework.clock.Terms.Granted;
import org.linli.casework.clock.Terms.Pause;
import org.linli.casework.procedure.Procedure.PauseReason;

/** The two clocks of a case, which start, pause and stop together but are counted apart. */
record CaseClocks(Optional<ClockState> promised, Optional<ClockState> statutory) {

    static final CaseClocks NONE = new CaseClocks(Optional.empty(), Optional.empty());

    static CaseClocks started(Terms terms, CaseTerms of, Instant at) {
        return new CaseClocks(
                of.promised().map(term -> terms.start(term, at)), of.statutory().map(term -> terms.start(term, at)));
    }

    boolean isStarted() {
        return promised.isPresent() || statutory.isPresent();
    }

    boolean isPaused() {
        return leading()
                .filter(clock ->
                        clock.pausedAt().isPresent() && clock.stoppedAt().isEmpty())
                .isPresent();
    }

    boolean isRunning() {
        return leading().filter(ClockState::isRunning).isPresent();
    }

    /** The clock people are reminded of: the promised one, or the statutory one where nothing was promised. */
    Optional<ClockState> leading() {
        return promised.or(() -> statutory);
    }

    CaseClocks paused(Terms terms, Instant at, PauseReason reason) {
        return each(clock -> terms.pause(clock, at, reason));
    }

    CaseClocks resumed(Terms terms, Instant at) {
        return each(clock -> terms.resume(clock, at));
    }

    CaseClocks stopped(Terms terms, Instant at) {
        return each(clock -> terms.stop(clock, at));
    }

    /** Adds to the clocks that count in the same unit. */
    CaseClocks extended(Terms terms, Term by) {
        return each(clock -> clock.term().unit() == by.unit() ? terms.extend(clock, by) : clock);
    }

    /** Counted anew from the beginning on another calendar; what was stopped for good stays as it was. */
    CaseClocks recounted(Terms terms, List<Pause> pauses, List<Granted> granted) {
        return each(clock -> {
            if (clock.stoppedAt().isPresent()) {
                return clock;
            }
            var unit = clock.term().unit();
            var fitting =
                    granted.stream().filter(more -> more.by().unit() == unit).toList();
            var more = fitting.stream().mapToInt(each -> each.by().amount()).sum();
            return terms.replay(new Term(clock.term().amount() - more, unit), clock.startedAt(), pauses, fitting);
        });
    }

    private CaseClocks each(UnaryOperator<ClockState> change) {
        return new CaseClocks(promised.map(change), statutory.map(change));
    }
}
