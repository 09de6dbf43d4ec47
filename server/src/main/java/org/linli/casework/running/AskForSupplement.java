package org.linli.casework.running;

import java.util.List;
import org.linli.access.Acting;
import org.linli.casework.CaseworkReason;
import org.linli.casework.procedure.Procedure;
import org.linli.casework.procedure.Procedure.PauseReason;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * Ask for supplement (要求补正): everything that is missing, item by item, once, within five working days of receipt
 * (Administrative Licensing Law art. 32). For procedures that have no state of their own for it.
 */
@Component
class AskForSupplement implements BuiltIn {

    private final SupplementRows rows;
    private final Receipts receipts;

    AskForSupplement(SupplementRows rows, Receipts receipts) {
        this.rows = rows;
        this.receipts = receipts;
    }

    @Override
    public String code() {
        return "supplement";
    }

    @Override
    public List<String> needs() {
        return List.of("items", "until");
    }

    @Override
    public boolean offers(Acting by, CaseFile file, Procedure procedure) {
        return file.now().hold() == null
                && Standings.inCharge(by, file)
                && procedure.awaitingApplicant().isEmpty();
    }

    @Override
    public void work(Draft draft) {
        var items = Inputs.texts(draft, "items");
        var until = Inputs.day(draft, "until");
        if (until.isBefore(Moments.day(draft.now))) {
            throw Inputs.malformed("until");
        }
        if (rows.exists(draft.file.id())) {
            throw Refusal.because(CaseworkReason.SUPPLEMENT_ONCE);
        }
        if (!receipts.isIn(Receipts.TO_TELL_WHAT_IS_MISSING, draft.file, draft.procedure, draft.now)) {
            throw Refusal.because(CaseworkReason.SUPPLEMENT_TOO_LATE);
        }
        draft.hold(Hold.SUPPLEMENT).pause(PauseReason.SUPPLEMENT);
        draft.then(next -> rows.ask(next.id(), items, draft.now, until));
    }
}
