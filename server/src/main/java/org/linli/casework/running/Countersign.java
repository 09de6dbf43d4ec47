package org.linli.casework.running;

import java.util.List;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.casework.CaseworkReason;
import org.linli.casework.procedure.Procedure;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Countersign (会签、加签): the case waits until somebody else has signed. */
@Component
class Countersign implements BuiltIn {

    private final SignatureRows rows;
    private final Areas areas;

    Countersign(SignatureRows rows, Areas areas) {
        this.rows = rows;
        this.areas = areas;
    }

    @Override
    public String code() {
        return "countersign";
    }

    @Override
    public List<String> needs() {
        return List.of("unit", "role", Inputs.NOTE);
    }

    @Override
    public boolean offers(Acting by, CaseFile file, Procedure procedure) {
        return (file.now().hold() == null || file.now().hold() == Hold.COUNTERSIGN) && Standings.inCharge(by, file);
    }

    @Override
    public void work(Draft draft) {
        Inputs.note(draft);
        var unit = Inputs.unit(Inputs.some(draft, "unit"), "unit");
        var role = Inputs.some(draft, "role").toString();
        if (areas.unit(unit).isEmpty()) {
            throw Refusal.ofField("unit", CaseworkReason.UNKNOWN_UNIT, unit.value());
        }
        draft.hold(Hold.COUNTERSIGN);
        draft.then(next -> rows.ask(next, unit, role, draft.now));
    }
}
