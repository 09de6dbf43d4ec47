package org.linli.counter.errand;

import java.util.UUID;
import org.linli.casework.CaseEffect.Happening;
import org.springframework.stereotype.Component;

/** Finds the errand an effect is about. */
@Component
class ErrandOfCase {

    private final ErrandFileRows rows;

    ErrandOfCase(ErrandFileRows rows) {
        this.rows = rows;
    }

    Errand of(Happening happening) {
        return of(happening.before().subject().id());
    }

    Errand of(String subject) {
        return rows.find(new ErrandId(UUID.fromString(subject)))
                .orElseThrow(() -> new IllegalStateException("no errand " + subject));
    }

    static boolean isErrand(Happening happening) {
        return happening.before().subject().kind().equals(Errand.SUBJECT);
    }
}
