package org.linli.casework.running;

import org.linli.access.Acting;
import org.linli.casework.procedure.Procedure;
import org.springframework.stereotype.Component;

/** Urge (催办): reminds whoever has the case, on the timeline and by a notice. */
@Component
class Urge implements BuiltIn {

    private final Telling telling;

    Urge(Telling telling) {
        this.telling = telling;
    }

    @Override
    public String code() {
        return "urge";
    }

    @Override
    public boolean offers(Acting by, CaseFile file, Procedure procedure) {
        return !Standings.holds(by, file)
                && (by.isSystem() || Standings.above(by, file) || by.unit().equals(file.station()));
    }

    @Override
    public void work(Draft draft) {
        draft.then(next -> telling.whoeverHasIt(next, draft.procedure, "urged", false));
    }
}
