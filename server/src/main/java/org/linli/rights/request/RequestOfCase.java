package org.linli.rights.request;

import java.util.UUID;
import org.linli.casework.CaseEffect.Happening;
import org.springframework.stereotype.Component;

/** Finds the request an effect is about. */
@Component
class RequestOfCase {

    private final RequestRows rows;

    RequestOfCase(RequestRows rows) {
        this.rows = rows;
    }

    Request of(Happening happening) {
        return rows.find(UUID.fromString(happening.before().subject().id()))
                .orElseThrow(() -> new IllegalStateException(
                        "no request " + happening.before().subject().id()));
    }

    static boolean isRequest(Happening happening) {
        return happening.before().subject().kind().equals(Request.SUBJECT);
    }
}
