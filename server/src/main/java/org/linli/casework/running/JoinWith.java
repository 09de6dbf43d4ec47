package org.linli.casework.running;

import java.util.List;
import org.linli.access.Acting;
import org.linli.casework.CaseworkReason;
import org.linli.casework.procedure.Procedure;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Join (并案): one job for several reports. Joined, not merged: each keeps its thread, its answer and its rating. */
@Component
class JoinWith implements BuiltIn {

    private final CaseRows cases;
    private final LinkRows rows;

    JoinWith(CaseRows cases, LinkRows rows) {
        this.cases = cases;
        this.rows = rows;
    }

    @Override
    public String code() {
        return "join";
    }

    @Override
    public List<String> needs() {
        return List.of("case");
    }

    @Override
    public boolean offers(Acting by, CaseFile file, Procedure procedure) {
        return file.now().hold() == null
                && file.marks().followers() == 0
                && (Standings.inCharge(by, file) || Standings.above(by, file));
    }

    @Override
    public void work(Draft draft) {
        var main = cases.findByNumber(Inputs.some(draft, "case").toString())
                .flatMap(found -> cases.loadToChange(found.id()))
                .orElseThrow(() -> Refusal.ofField("case", CaseworkReason.NO_SUCH_CASE));
        var fits = !main.id().equals(draft.file.id())
                && !main.ended()
                && main.now().hold() != Hold.JOINED
                && main.procedure().equals(draft.file.procedure())
                && Standings.concerned(draft.by, main);
        if (!fits) {
            throw Refusal.ofField("case", CaseworkReason.CANNOT_BE_JOINED);
        }
        draft.hold(Hold.JOINED);
        draft.then(next -> rows.join(next, main.id()));
    }
}
