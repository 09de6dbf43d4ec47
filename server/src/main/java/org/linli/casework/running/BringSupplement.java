package org.linli.casework.running;

import org.linli.access.Acting;
import org.linli.casework.procedure.Procedure;
import org.springframework.stereotype.Component;

/** Supplement brought (补正已收): the applicant brought what was asked for, and the clock runs again. */
@Component
class BringSupplement implements BuiltIn {

    private final SupplementRows rows;

    BringSupplement(SupplementRows rows) {
        this.rows = rows;
    }

    @Override
    public String code() {
        return "supplement-brought";
    }

    @Override
    public boolean offers(Acting by, CaseFile file, Procedure procedure) {
        return file.now().hold() == Hold.SUPPLEMENT && Standings.concerned(by, file);
    }

    @Override
    public void work(Draft draft) {
        draft.hold(null).goOn();
        draft.then(next -> rows.brought(next.id(), draft.now));
    }
}
