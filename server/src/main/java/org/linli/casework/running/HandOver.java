package org.linli.casework.running;

import java.util.List;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.casework.CaseworkReason;
import org.linli.casework.procedure.Procedure;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Hand over (转交): to another posting at the unit, or to another unit's pool. */
@Component
class HandOver implements BuiltIn {

    private final Areas areas;
    private final Holders holders;

    HandOver(Areas areas, Holders holders) {
        this.areas = areas;
        this.holders = holders;
    }

    @Override
    public String code() {
        return "hand-over";
    }

    @Override
    public List<String> needs() {
        return List.of("unit", Inputs.NOTE);
    }

    @Override
    public boolean offers(Acting by, CaseFile file, Procedure procedure) {
        return Standings.inCharge(by, file) || Standings.above(by, file);
    }

    @Override
    public void work(Draft draft) {
        Inputs.note(draft);
        Modelled.requireFree(draft.file);
        var posting = draft.command.input().containsKey("posting") ? Inputs.uuid(draft, "posting") : null;
        var unit = Inputs.maybe(draft, "unit")
                .map(value -> Inputs.unit(value, "unit"))
                .orElse(draft.unit());
        if (areas.unit(unit).isEmpty()) {
            throw Refusal.ofField("unit", CaseworkReason.UNKNOWN_UNIT, unit.value());
        }
        if (posting == null && unit.equals(draft.unit()) && draft.assignee() == null) {
            throw Inputs.malformed("unit");
        }
        if (posting != null) {
            holders.require(draft, unit, posting);
        }
        draft.giveTo(unit, posting);
    }
}
