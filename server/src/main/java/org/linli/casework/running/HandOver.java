package org.linli.casework.running;

import java.util.List;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.PostingId;
import org.linli.access.PostingsInForce;
import org.linli.area.Areas;
import org.linli.area.UnitCode;
import org.linli.casework.CaseworkReason;
import org.linli.casework.procedure.Procedure;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Hand over (转交): to another posting at the unit, or to another unit's pool. */
@Component
class HandOver implements BuiltIn {

    private final Areas areas;
    private final PostingsInForce postings;

    HandOver(Areas areas, PostingsInForce postings) {
        this.areas = areas;
        this.postings = postings;
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
            requireHolder(draft, unit, posting);
        }
        draft.giveTo(unit, posting);
    }

    /** In force today, at the unit or sent by it, and with something it may do with the case where it is. */
    private void requireHolder(Draft draft, UnitCode unit, UUID posting) {
        var holder = postings.find(new PostingId(posting))
                .orElseThrow(() -> Refusal.ofField("posting", CaseworkReason.NO_SUCH_POSTING));
        var isThere = holder.unit().equals(unit)
                || holder.homeUnit().filter(unit::equals).isPresent();
        if (!isThere || !holder.may(CaseworkWords.ACT) || !Rights.mayHold(holder, draft.procedure, draft.file, unit)) {
            throw Refusal.ofField("posting", CaseworkReason.POSTING_CANNOT_HOLD, draft.procedure.names());
        }
    }
}
