package org.linli.casework.running;

import java.util.List;
import org.linli.access.Acting;
import org.linli.casework.procedure.Procedure;
import org.springframework.stereotype.Component;

/** Return (退回): to a state on the case's own path, and to whoever had it there. */
@Component
class ReturnToEarlier implements BuiltIn {

    private final TimelineRows timeline;

    ReturnToEarlier(TimelineRows timeline) {
        this.timeline = timeline;
    }

    @Override
    public String code() {
        return "return";
    }

    @Override
    public List<String> needs() {
        return List.of("state", Inputs.NOTE);
    }

    @Override
    public boolean offers(Acting by, CaseFile file, Procedure procedure) {
        return !by.isSystem()
                && Standings.inCharge(by, file)
                && !file.now().state().equals(procedure.initial());
    }

    @Override
    public void work(Draft draft) {
        Inputs.note(draft);
        Modelled.requireFree(draft.file);
        var state = Inputs.some(draft, "state").toString();
        var there = timeline.of(draft.file.id()).stream()
                .filter(entry -> entry.to().equals(state) && !entry.from().equals(entry.to())
                        || entry.seq() == 1 && entry.to().equals(state))
                .reduce((earlier, later) -> later)
                .filter(entry -> !state.equals(draft.state()))
                .orElseThrow(() -> Inputs.malformed("state"));
        if (draft.clocks().isStarted() && draft.procedure.state(state).clock() == Procedure.Clock.STOP) {
            // Acceptance started the clock and cannot be taken back.
            throw Inputs.malformed("state");
        }
        draft.moveBackTo(state, timeline.lastPauseReason(draft.file.id()));
        draft.giveTo(org.linli.area.UnitCode.of(there.unit()), there.assignee());
    }
}
