package org.linli.casework.running;

import org.linli.access.Acting;
import org.linli.casework.procedure.Procedure;
import org.springframework.stereotype.Component;

/** Release (退回待办): puts a case back into the unit's pool. */
@Component
class Release implements BuiltIn {

    @Override
    public String code() {
        return "release";
    }

    @Override
    public boolean offers(Acting by, CaseFile file, Procedure procedure) {
        return file.heldBy(by.posting());
    }

    @Override
    public void work(Draft draft) {
        draft.giveTo(draft.unit(), null);
    }
}
