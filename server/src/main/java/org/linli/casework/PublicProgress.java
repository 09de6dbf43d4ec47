package org.linli.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.linli.shared.Names;

/**
 * What anybody may know of a case who has shown to be its applicant: where it stands, whose turn it is, and its clock. No
 * personal data, no staff names, no notes. The caller checks who asks.
 */
public interface PublicProgress {

    /**
     * Where a case stands.
     *
     * @param turn WINDOW, APPLICANT, DEPARTMENT, COMMITTEE, UNIT or NOBODY
     * @param colour GREEN, YELLOW or RED while a clock runs, PAUSED or DONE otherwise; empty without a term
     * @param due end of the promised term while its clock runs
     * @param pauseReason legal ground of a pause, as a code
     * @param assumedYear set when the term reaches into a year whose days off are not published yet
     * @param items what the applicant was asked to supply, while it is awaited
     */
    record Progress(
            String number,
            Names procedure,
            Names state,
            String turn,
            Names unit,
            Optional<String> colour,
            Optional<Instant> due,
            Optional<String> pauseReason,
            Optional<Integer> assumedYear,
            List<String> items,
            Instant openedAt,
            Optional<Instant> endedAt,
            List<Step> steps) {}

    /** A state the case has reached. */
    record Step(Names state, Instant at) {}

    Optional<Progress> of(CaseId id);
}
