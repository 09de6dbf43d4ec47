package org.linli.casework.running;

import java.util.List;
import org.linli.access.Acting;
import org.linli.casework.procedure.Procedure;
import org.springframework.stereotype.Component;

/** Note (备注): words on the timeline, and nothing else. */
@Component
class Remark implements BuiltIn {

    @Override
    public String code() {
        return "note";
    }

    @Override
    public List<String> needs() {
        return List.of(Inputs.NOTE);
    }

    @Override
    public boolean afterEnd() {
        return true;
    }

    @Override
    public boolean offers(Acting by, CaseFile file, Procedure procedure) {
        return Standings.concerned(by, file);
    }

    @Override
    public void work(Draft draft) {
        Inputs.note(draft);
    }
}
