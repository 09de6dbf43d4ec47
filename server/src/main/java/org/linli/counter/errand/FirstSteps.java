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

    private static final String AGENT = "agent";

    private final Cases cases;

    FirstSteps(Cases cases) {
        this.cases = cases;
    }

    CaseReceipt take(Acting by, Errand errand, CaseReceipt opened, String requestKey) {
        var actions = switch (errand.kind()) {
            case CERTIFICATE, DIRECT -> List.<String>of();
            case AGENCY -> List.of("SEND");
            // The window that takes the papers in has looked them through: it answers for both. What an agent took in
            // is looked through by the station, when it is handed over.
            case ACCEPT -> by.role().equals(AGENT) ? List.<String>of() : List.of("PRE_REVIEW", "ACCEPT", "TRANSFER");
        };
        var last = errand.agent().isPresent() ? bothNames(by, errand, opened, requestKey) : opened;
        for (var action : actions) {
            last = cases.act(
                    by,
                    new ActOnCase(
                            errand.caseId(), last.revision(), action, "", input(errand), requestKey + ":" + action));
        }
        return last;
    }

    /** The first entry after the opening names the agent and, sealed, the person the agent acts for. */
    private CaseReceipt bothNames(Acting by, Errand errand, CaseReceipt opened, String requestKey) {
        var note = "代办员" + errand.agent().orElseThrow() + "凭委托代为提交";
        var act = new ActOnCase(errand.caseId(), opened.revision(), "note", note, input(errand), requestKey + ":note");
        return cases.act(by, act);
    }

    private static Map<String, Object> input(Errand errand) {
        return errand.agent().isPresent()
                ? Map.of("actingFor", errand.applicant().name())
                : Map.of();
    }
}
