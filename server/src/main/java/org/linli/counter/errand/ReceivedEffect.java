package org.linli.counter.errand;

import org.linli.casework.CaseEffect;
import org.springframework.stereotype.Component;

/** {@code received}: the applicant brought what was asked for, so nothing is left for them to do. */
@Component
class ReceivedEffect implements CaseEffect {

    private final ErrandOfCase errands;
    private final CorrectionRows corrections;

    ReceivedEffect(ErrandOfCase errands, CorrectionRows corrections) {
        this.errands = errands;
        this.corrections = corrections;
    }

    @Override
    public String code() {
        return "received";
    }

    @Override
    public void run(Happening happening) {
        if (ErrandOfCase.isErrand(happening)) {
            corrections.met(errands.of(happening).id(), happening.at());
        }
    }
}
