package org.linli.rights.request;

import org.linli.casework.CaseEffect;
import org.linli.rights.RightsReason;
import org.linli.rights.request.Request.Decision;
import org.linli.rights.request.Request.Outcome;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** {@code rights-decide}: notes the decision and makes the answer; whoever is refused is told why and where to turn. */
@Component
class DecidingRequest implements CaseEffect {

    private final RequestOfCase requests;
    private final RequestRows rows;
    private final RequestPapers papers;

    DecidingRequest(RequestOfCase requests, RequestRows rows, RequestPapers papers) {
        this.requests = requests;
        this.rows = rows;
        this.papers = papers;
    }

    @Override
    public String code() {
        return "rights-decide";
    }

    @Override
    public void run(Happening happening) {
        if (!RequestOfCase.isRequest(happening)) {
            return;
        }
        var request = requests.of(happening);
        var outcome = switch (String.valueOf(happening.input().get("decision"))) {
            case "grant" -> Outcome.GRANTED;
            case "block" -> Outcome.BLOCKED;
            case String refused -> Outcome.REFUSED;
        };
        var silent = happening.note().isBlank();
        // An explanation is the answer itself; a refusal gives its reasons (PIPL art. 50).
        if (silent && (outcome != Outcome.GRANTED || request.kind() == RequestKind.EXPLANATION)) {
            throw Refusal.ofField("note", RightsReason.REASONS_NEEDED);
        }
        var answer = happening.note().strip();
        rows.decide(
                request.id(),
                new Decision(outcome, answer, happening.at(), happening.by().name()));
        papers.answer(happening.by(), request, outcome, answer);
    }
}
