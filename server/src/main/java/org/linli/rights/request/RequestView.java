package org.linli.rights.request;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.casework.CaseSnapshot;
import org.linli.casework.CaseWords.StateWords;
import org.linli.files.FileId;
import org.linli.privacy.Masking;
import org.linli.registry.PersonId;
import org.linli.rights.paper.PaperKind;
import org.linli.shared.IdDocument;
import org.linli.shared.Names;

/**
 * A request as the desk shows it: names and numbers masked, what is asked for in full.
 *
 * @param outcome GRANTED, BLOCKED, REFUSED or WITHDRAWN once it is known
 * @param restricted whether the person's data may only be stored now
 */
record RequestView(
        UUID id,
        UUID caseId,
        String caseNumber,
        RequestKind kind,
        AskedBy askedBy,
        String maskedRequester,
        String maskedRequesterDocument,
        String maskedSubject,
        String maskedSubjectDocument,
        @Nullable UUID person,
        boolean restricted,
        String wish,
        List<CorrectionView> corrections,
        IdentityCheck identity,
        @Nullable UUID proofFile,
        String station,
        String receivedBy,
        Instant receivedAt,
        Names state,
        boolean ended,
        @Nullable Instant due,
        Request.@Nullable Outcome outcome,
        @Nullable String answer,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable Instant carriedOutAt,
        List<PaperKind> papers) {

    /** A field and what it should say. */
    record CorrectionView(CorrectedField field, Names names, String value) {}

    static RequestView of(
            Request request, CaseSnapshot standing, StateWords state, List<PaperKind> papers, boolean restricted) {
        var decision = request.decision();
        return new RequestView(
                request.id(),
                request.caseId().value(),
                request.caseNumber(),
                request.kind(),
                request.askedBy(),
                Masking.name(request.requester().name()),
                masked(request.requester().document()),
                Masking.name(request.subject().name()),
                masked(request.subject().document()),
                request.person().map(PersonId::value).orElse(null),
                restricted,
                request.wish().words(),
                request.wish().corrections().entrySet().stream()
                        .map(one ->
                                new CorrectionView(one.getKey(), one.getKey().names(), one.getValue()))
                        .sorted(Comparator.comparing(CorrectionView::field))
                        .toList(),
                request.identity(),
                request.proof().map(FileId::value).orElse(null),
                request.station().value(),
                request.receivedBy(),
                request.receivedAt(),
                state.names(),
                standing.ended(),
                standing.due().orElse(null),
                decision.map(Request.Decision::outcome).orElse(null),
                decision.map(Request.Decision::answer).orElse(null),
                decision.map(Request.Decision::at).orElse(null),
                decision.map(Request.Decision::by).orElse(null),
                request.carriedOutAt().orElse(null),
                papers);
    }

    static String masked(IdDocument document) {
        return document.idNumber().isPresent()
                ? Masking.idNumber(document.number())
                : Masking.document(document.number());
    }
}
