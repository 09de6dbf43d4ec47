package org.linli.casework.running;

import java.util.List;
import org.linli.access.Acting;
import org.linli.casework.procedure.Procedure;
import org.linli.casework.procedure.Procedure.PauseReason;
import org.springframework.stereotype.Component;

/** Pause (中止计时): on a legal ground, told in writing (Administrative Licensing Law art. 45). */
@Component
class PauseClock implements BuiltIn {

    @Override
    public String code() {
        return "pause";
    }

    @Override
    public List<String> needs() {
        return List.of("reason", Inputs.NOTE);
    }

    @Override
    public boolean offers(Acting by, CaseFile file, Procedure procedure) {
        return file.now().hold() == null && file.now().clocks().isRunning() && Standings.inCharge(by, file);
    }

    @Override
    public void work(Draft draft) {
        var reason = Inputs.oneOf(draft, "reason", PauseReason.class);
        if (reason == PauseReason.SUPPLEMENT) {
            throw Inputs.malformed("reason");
        }
        Inputs.note(draft);
        draft.hold(Hold.PAUSE).pause(reason);
    }
}
