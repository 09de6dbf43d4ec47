package org.linli.counter.paper;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.casework.CaseId;
import org.linli.privacy.DisclosureLedger;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Papers read by staff: those of units in the posting's area and those it issued itself; every opening is noted. */
@Service
class PaperReading {

    private static final String WORD = "counter.paper.read";

    private final NumberedPapers papers;
    private final Areas areas;
    private final AuditTrail audit;
    private final DisclosureLedger disclosures;

    PaperReading(NumberedPapers papers, Areas areas, AuditTrail audit, DisclosureLedger disclosures) {
        this.papers = papers;
        this.areas = areas;
        this.audit = audit;
        this.disclosures = disclosures;
    }

    @Transactional(readOnly = true)
    List<Paper> ofCase(Acting by, CaseId caseId) {
        by.require(WORD);
        return papers.ofCase(caseId).stream()
                .filter(paper -> reaches(by, paper))
                .toList();
    }

    @Transactional(readOnly = true)
    Paper paper(Acting by, PaperId id) {
        by.require(WORD);
        return papers.paper(id)
                .filter(paper -> reaches(by, paper))
                .orElseThrow(() -> Refusal.because(PaperReason.PAPER_NOT_FOUND));
    }

    @Transactional
    byte[] pdf(Acting by, Paper paper) {
        by.require(WORD);
        var object = "paper:" + paper.id().value();
        audit.note(by, "counter.paper.open", object, Map.of("number", paper.number()));
        disclosures.note(by, object, Set.of("paper"), "counter.paper.open", object);
        return papers.pdf(paper.id());
    }

    private boolean reaches(Acting by, Paper paper) {
        return by.isSystem()
                || areas.unit(paper.unit())
                        .filter(unit -> by.area().covers(unit.area()))
                        .isPresent()
                || papers.isIssuedBy(by, paper.id());
    }
}
