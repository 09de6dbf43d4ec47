package org.linli.counter.paper;

import java.util.List;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.casework.CaseId;

/** Papers (文书): issued, found again, withdrawn. */
public interface Papers {

    /**
     * Numbers, draws and stores a paper in the caller's transaction; the number goes back when that fails.
     *
     * @throws org.linli.shared.Refusal when a field the template needs is missing, or a character cannot be printed
     */
    Paper issue(Acting by, PaperOrder order);

    /** Takes a paper out of force; it stays stored, and its check says so from then on. */
    Paper withdraw(Acting by, PaperId id, String reason);

    /** What a check code is, as typed or scanned; refuses what is no check code at all. */
    PaperCheck find(String checkCode);

    Optional<Paper> paper(PaperId id);

    /** The papers of a case, oldest first. */
    List<Paper> ofCase(CaseId caseId);

    byte[] pdf(PaperId id);

    /** The kind of certificate that an item's template prints, such as for {@code 150203-ZM-001}. */
    Optional<PaperKind> certificateOf(String itemCode);
}
