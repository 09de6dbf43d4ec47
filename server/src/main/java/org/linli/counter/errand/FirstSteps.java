package org.linli.counter.errand;

import java.util.List;
import java.util.Map;
import org.linli.access.Acting;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseReceipt;
import org.linli.casework.Cases;
import org.springframework.stereotype.Component;

/** The steps that follow acceptance by themselves when everything is there, so that one call does the whole of it. */
@Component
class FirstSteps {

    private final Cases cases;

    FirstSteps(Cases cases) {
        this.cases = cases;
    }

    CaseReceipt take(Acting by, Errand errand, CaseReceipt opened, String requestKey) {
        var actions = switch (errand.kind()) {
            case CERTIFICATE, DIRECT -> List.<String>of();
            case AGENCY -> List.of("SEND");
            // The window that takes the papers in has looked them through: it answers for both.
            case ACCEPT -> List.of("PRE_REVIEW", "ACCEPT", "TRANSFER");
        };
        var last = opened;
        for (var action : actions) {
            last = cases.act(
                    by,
                    new ActOnCase(errand.caseId(), last.revision(), action, "", Map.of(), requestKey + ":" + action));
        }
        return last;
    }
}
