package org.linli.rights.request;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.casework.CaseEffect;
import org.linli.privacy.DisclosureLedger;
import org.linli.registry.Because;
import org.linli.registry.ChangeSource;
import org.linli.registry.Erasures;
import org.linli.registry.PersonId;
import org.linli.registry.Restrictions;
import org.linli.registry.Restrictions.Ground;
import org.linli.rights.RightsReason;
import org.linli.rights.request.Request.Outcome;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** {@code rights-carry-out}: does what was granted, in the transaction of the action. */
@Component
class CarryingOut implements CaseEffect {

    private final RequestOfCase requests;
    private final RequestRows rows;
    private final RequestPapers papers;
    private final CorrectingRecord correcting;
    private final Restrictions restrictions;
    private final Erasures erasures;
    private final DisclosureLedger disclosures;
    private final AuditTrail audit;

    CarryingOut(
            RequestOfCase requests,
            RequestRows rows,
            RequestPapers papers,
            CorrectingRecord correcting,
            Restrictions restrictions,
            Erasures erasures,
            DisclosureLedger disclosures,
            AuditTrail audit) {
        this.requests = requests;
        this.rows = rows;
        this.papers = papers;
        this.correcting = correcting;
        this.restrictions = restrictions;
        this.erasures = erasures;
        this.disclosures = disclosures;
        this.audit = audit;
    }

    @Override
    public String code() {
        return "rights-carry-out";
    }

    @Override
    public void run(Happening happening) {
        if (!RequestOfCase.isRequest(happening)) {
            return;
        }
        var request = requests.of(happening);
        var outcome = request.decision()
                .map(Request.Decision::outcome)
                .filter(one -> one == Outcome.GRANTED || one == Outcome.BLOCKED)
                .orElseThrow(() -> Refusal.because(RightsReason.NOT_GRANTED));
        carryOut(happening.by(), request, outcome);
        rows.carriedOut(request.id(), happening.at());
        audit.note(
                happening.by(),
                "rights.request.carry-out",
                "request:" + request.id(),
                Map.of("kind", request.kind().name(), "outcome", outcome.name()));
    }

    private void carryOut(Acting by, Request request, Outcome outcome) {
        switch (request.kind()) {
            case COPY -> copy(by, request);
            case CORRECTION -> correcting.apply(by, request, record(request), because(request));
            case OBJECTION -> restrictions.restrict(by, record(request), Ground.OBJECTION, because(request));
            case DELETION -> {
                if (outcome == Outcome.BLOCKED) {
                    restrictions.restrict(by, record(request), Ground.KEPT_BY_LAW, because(request));
                } else {
                    erasures.empty(by, record(request), "rights-deletion", because(request));
                }
            }
            case EXPLANATION -> {
                // The answer that was given with the decision is all there is to do.
            }
        }
    }

    private void copy(Acting by, Request request) {
        papers.copy(by, request);
        disclosures.note(
                by,
                disclosures.subjectOf(request.subject().document().number()),
                Set.of("copy"),
                "rights.request.copy",
                "request:" + request.id());
    }

    private static PersonId record(Request request) {
        return request.person().orElseThrow(() -> Refusal.because(RightsReason.NOT_IN_BASE));
    }

    private static Because because(Request request) {
        return new Because(
                ChangeSource.DESK,
                request.kind().names().zh() + " " + request.caseNumber(),
                Optional.of(request.reference()));
    }
}
