package org.linli.casework.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.linli.casework.Term;
import org.linli.casework.clock.Terms.Pause;

/**
 * A case as its timeline tells it.
 *
 * @param term what counted: the promised term, or the statutory one where nothing was promised
 * @param startedAt when its clock began
 * @param pauses as they were recorded
 * @param holds those of them that people began and not a state, such as a supplement
 * @param stays where it lay, in the order of time
 * @param finishedAt when its clock stopped; empty while it runs
 */
record PastCase(
        String number,
        Term term,
        Instant startedAt,
        List<Pause> pauses,
        List<Pause> holds,
        List<Stay> stays,
        Optional<Instant> finishedAt) {

    /** From a moment on the case lay in a state with a unit. */
    record Stay(Instant from, String state, String unit) {}

    /** Where the case lay at a moment; before the first entry, where it began. */
    Stay at(Instant moment) {
        var found = stays.getFirst();
        for (var stay : stays) {
            if (!stay.from().isAfter(moment)) {
                found = stay;
            }
        }
        return found;
    }
}
