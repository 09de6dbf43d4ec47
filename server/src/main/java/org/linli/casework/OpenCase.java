package org.linli.casework;

import java.util.Map;
import java.util.Optional;
import org.linli.access.PostingId;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;

/**
 * A case to be opened.
 *
 * @param procedure key of the procedure; the case pins its newest published version
 * @param title one line for work lists in both languages, without personal data in the clear; what a person typed is the
 *     same in both
 * @param area where the matter lies; who may see and act follows from it
 * @param unit whose turn it is first
 * @param assignee who holds it first, when that is known
 * @param facts plain values that the procedure's rules read; never personal data in the clear
 * @param terms what this case's own terms are, where they are not the procedure's
 * @param parent the case this one was asked for by, for joint handling
 * @param requestKey the caller's own key; the same key again answers with the case it opened first
 */
public record OpenCase(
        String procedure,
        Names title,
        CaseSubject subject,
        DivisionCode area,
        UnitCode unit,
        Optional<PostingId> assignee,
        Map<String, Object> facts,
        Optional<CaseTerms> terms,
        Optional<CaseId> parent,
        String requestKey) {

    public OpenCase {
        facts = Map.copyOf(facts);
    }
}
