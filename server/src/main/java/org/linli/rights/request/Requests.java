package org.linli.rights.request;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.casework.CaseWords;
import org.linli.casework.Cases;
import org.linli.privacy.DisclosureLedger;
import org.linli.registry.Restrictions;
import org.linli.rights.RightsReason;
import org.linli.rights.RightsWords;
import org.linli.rights.paper.PaperKind;
import org.linli.rights.paper.SealedPaperRows;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests read by staff: those of the posting's area, and those it received; every look is noted. */
@Service
class Requests {

    private final RequestRows rows;
    private final SealedPaperRows papers;
    private final Cases cases;
    private final CaseWords words;
    private final Restrictions restrictions;
    private final DisclosureLedger disclosures;
    private final AuditTrail audit;

    Requests(
            RequestRows rows,
            SealedPaperRows papers,
            Cases cases,
            CaseWords words,
            Restrictions restrictions,
            DisclosureLedger disclosures,
            AuditTrail audit) {
        this.rows = rows;
        this.papers = papers;
        this.cases = cases;
        this.words = words;
        this.restrictions = restrictions;
        this.disclosures = disclosures;
        this.audit = audit;
    }

    @Transactional
    RequestView show(Acting by, UUID id) {
        var request = readable(by, id);
        audit.note(by, "rights.request.read", "request:" + id, Map.of());
        disclosures.note(by, subjectOf(request), Set.of("wish"), "rights.request.read", "request:" + id);
        return view(request);
    }

    RequestView view(Request request) {
        var standing = cases.find(request.caseId()).orElseThrow();
        var state = words.state(standing.procedure(), standing.procedureVersion(), standing.state());
        var restricted = request.person()
                .filter(person -> !restrictions.among(Set.of(person)).isEmpty())
                .isPresent();
        return RequestView.of(request, standing, state, papers.of(request.id()), restricted);
    }

    @Transactional
    byte[] paper(Acting by, UUID id, PaperKind kind) {
        var request = readable(by, id);
        var stored = papers.find(id, kind).orElseThrow(() -> Refusal.because(RightsReason.UNKNOWN_PAPER));
        audit.note(by, "rights.paper.open", "request:" + id, Map.of("kind", kind.name()));
        disclosures.note(
                by,
                subjectOf(request),
                kind == PaperKind.COPY ? Set.of("copy") : Set.of("name", "paper"),
                "rights.paper.open",
                "request:" + id);
        return stored.pdf().orElseThrow(() -> Refusal.because(RightsReason.PAPER_EMPTIED));
    }

    static boolean reaches(Acting by, Request request) {
        return by.isSystem() || by.area().covers(request.area()) || by.unit().equals(request.station());
    }

    private Request readable(Acting by, UUID id) {
        by.require(RightsWords.USE);
        return rows.find(id)
                .filter(request -> reaches(by, request))
                .orElseThrow(() -> Refusal.because(RightsReason.UNKNOWN_REQUEST));
    }

    private String subjectOf(Request request) {
        return disclosures.subjectOf(request.subject().document().number());
    }
}
