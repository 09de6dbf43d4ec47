package org.linli.casework.running;

import org.linli.access.Acting;
import org.linli.casework.procedure.Procedure;
import org.springframework.stereotype.Component;

/** Resume (恢复计时): the ground of the pause is gone. */
@Component
class ResumeClock implements BuiltIn {

    @Override
    public String code() {
        return "resume";
    }

    @Override
    public boolean offers(Acting by, CaseFile file, Procedure procedure) {
        return file.now().hold() == Hold.PAUSE && (Standings.inCharge(by, file) || Standings.above(by, file));
    }

    @Override
    public void work(Draft draft) {
        draft.hold(null).goOn();
    }
}
