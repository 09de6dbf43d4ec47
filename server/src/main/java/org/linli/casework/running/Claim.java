package org.linli.casework.running;

import org.linli.access.Acting;
import org.linli.casework.procedure.Procedure;
import org.springframework.stereotype.Component;

/** Claim (签收): takes a case out of the unit's pool. */
@Component
class Claim implements BuiltIn {

    @Override
    public String code() {
        return "claim";
    }

    @Override
    public boolean offers(Acting by, CaseFile file, Procedure procedure) {
        return file.now().assignee() == null && !by.isSystem() && Standings.atUnit(by, file);
    }

    @Override
    public void work(Draft draft) {
        draft.giveTo(draft.unit(), draft.by.posting().value());
    }
}
