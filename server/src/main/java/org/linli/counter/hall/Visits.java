package org.linli.counter.hall;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.PostingId;
import org.linli.casework.CaseId;

/** What the rest of the counter may ask and tell the hall. Calls join the caller's transaction. */
public interface Visits {

    /** The visit a posting has called or is handling; a posting has one at a time. */
    Optional<Serving> serving(PostingId posting);

    /**
     * Notes whose visit it is once a card was read or a name entered at the window; the visitor counts as arrived.
     *
     * @throws org.linli.shared.Refusal when the visit is not at the actor's window
     */
    Serving hold(Acting by, VisitId visit, Holder holder);

    /**
     * Notes that an errand began at the window. Its quarter of an hour runs from the call for the first errand of the
     * visit, and from now for any further one.
     */
    void noteErrandStarted(Acting by, VisitId visit, UUID errand, String itemCode, int itemVersion);

    /**
     * Notes that the window is done with an errand, and the case it made; the visit itself stays at the window until the
     * clerk finishes it.
     *
     * @return how long it took, from the call or the previous errand on
     */
    Duration noteErrandFinished(Acting by, VisitId visit, UUID errand, Optional<CaseId> caseId);
}
