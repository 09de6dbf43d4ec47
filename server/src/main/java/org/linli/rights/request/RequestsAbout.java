package org.linli.rights.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.shared.PersonalHoldings.Subject;
import org.springframework.stereotype.Component;

/** Requests somebody made or that are about somebody, for the desk's page of that person. */
@Component
public class RequestsAbout {

    /** @param ended whether it has an answer that was carried out, or was refused or taken back */
    public record Earlier(UUID id, String caseNumber, RequestKind kind, Instant receivedAt, boolean ended) {}

    private final RequestRows rows;

    RequestsAbout(RequestRows rows) {
        this.rows = rows;
    }

    public List<Earlier> of(Subject subject) {
        return rows.about(rows.indexes(List.copyOf(subject.documents()))).stream()
                .map(request -> new Earlier(
                        request.id(),
                        request.caseNumber(),
                        request.kind(),
                        request.receivedAt(),
                        request.carriedOutAt().isPresent()
                                || request.decision()
                                        .filter(decision -> decision.outcome() == Request.Outcome.REFUSED
                                                || decision.outcome() == Request.Outcome.WITHDRAWN)
                                        .isPresent()))
                .toList();
    }
}
