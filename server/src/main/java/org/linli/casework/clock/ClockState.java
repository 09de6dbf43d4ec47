package org.linli.casework.clock;

import java.time.Instant;
import java.util.Optional;
import org.linli.casework.Term;
import org.linli.casework.procedure.Procedure.PauseReason;

/**
 * Clock of a case (时钟) for one term: as stored, and as {@link Terms} moves it on. Amounts are in the term's own unit,
 * office hours in minutes.
 *
 * @param term the whole budget, extensions included
 * @param startedAt the moment of acceptance; its day is day 0
 * @param consumed what was used up before the present stretch
 * @param runningSince when the present stretch began; its day counts as day 0 of the stretch
 * @param pausedAt since when it pauses, with {@code reason}
 * @param lapsedAt when the term ended, if it did before a pause: a pause never mends a term that was missed
 * @param stoppedAt when it was stopped for good
 */
public record ClockState(
        Term term,
        Instant startedAt,
        long consumed,
        Instant runningSince,
        Optional<Instant> pausedAt,
        Optional<PauseReason> reason,
        Optional<Instant> lapsedAt,
        Optional<Instant> stoppedAt) {

    public boolean isRunning() {
        return pausedAt.isEmpty() && stoppedAt.isEmpty();
    }
}
