package org.linli.rights.request;

import org.linli.casework.CaseEffect;
import org.linli.rights.request.Request.Decision;
import org.linli.rights.request.Request.Outcome;
import org.springframework.stereotype.Component;

/** {@code rights-withdraw}: the requester took it back; what was decided before no longer counts. */
@Component
class EndingRequest implements CaseEffect {

    private final RequestOfCase requests;
    private final RequestRows rows;

    EndingRequest(RequestOfCase requests, RequestRows rows) {
        this.requests = requests;
        this.rows = rows;
    }

    @Override
    public String code() {
        return "rights-withdraw";
    }

    @Override
    public void run(Happening happening) {
        if (RequestOfCase.isRequest(happening)) {
            rows.decide(
                    requests.of(happening).id(),
                    new Decision(
                            Outcome.WITHDRAWN,
                            happening.note().strip(),
                            happening.at(),
                            happening.by().name()));
        }
    }
}
