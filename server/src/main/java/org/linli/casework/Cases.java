package org.linli.casework;

import java.util.Optional;
import org.linli.access.Acting;

/**
 * The face of casework: open a case, act on it, look at it. Each call is one transaction, joined to the caller's when
 * there is one, and one permission check.
 */
public interface Cases {

    /**
     * @throws org.linli.shared.Refusal when the procedure is unknown, the posting may not open it, or a term cannot be
     *     computed
     */
    CaseReceipt open(Acting by, OpenCase command);

    /**
     * @throws org.linli.shared.Refusal when the action does not exist, does not fit the state, is not the actor's to
     *     take, lacks what it needs, or the case has moved on since {@link ActOnCase#revision()}
     */
    CaseReceipt act(Acting by, ActOnCase command);

    Optional<CaseSnapshot> find(CaseId id);

    Optional<CaseSnapshot> findByNumber(String number);
}
