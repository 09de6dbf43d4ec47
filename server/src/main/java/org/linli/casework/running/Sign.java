package org.linli.casework.running;

import java.util.List;
import org.linli.access.Acting;
import org.linli.casework.CaseworkReason;
import org.linli.casework.procedure.Procedure;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Sign (会签): agree, or not and say why. */
@Component
class Sign implements BuiltIn {

    private final SignatureRows rows;

    Sign(SignatureRows rows) {
        this.rows = rows;
    }

    @Override
    public String code() {
        return "sign";
    }

    @Override
    public List<String> needs() {
        return List.of("agreed", Inputs.NOTE);
    }

    /** Which signature is still open is known to the rows only; who was not asked is refused there. */
    @Override
    public boolean offers(Acting by, CaseFile file, Procedure procedure) {
        return file.now().hold() == Hold.COUNTERSIGN
                && !Standings.holds(by, file)
                && rows.openFor(file.id(), by).isPresent();
    }

    @Override
    public void work(Draft draft) {
        var open = rows.openFor(draft.file.id(), draft.by)
                .orElseThrow(() -> Refusal.because(CaseworkReason.SIGNATURE_NOT_ASKED));
        var agreed = Inputs.some(draft, "agreed").toString().equals("true");
        if (!agreed) {
            Inputs.note(draft);
        }
        if (!agreed || rows.open(draft.file.id()) == 1) {
            draft.hold(null);
        }
        draft.then(next -> rows.sign(next.id(), open, agreed, draft.now));
    }
}
