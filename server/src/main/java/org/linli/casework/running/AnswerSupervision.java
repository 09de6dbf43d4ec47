package org.linli.casework.running;

import java.util.List;
import org.linli.access.Acting;
import org.linli.casework.procedure.Procedure;
import org.springframework.stereotype.Component;

/** Answer to a supervision order (答复督办), by the unit that has the case. */
@Component
class AnswerSupervision implements BuiltIn {

    private final SupervisionRows rows;

    AnswerSupervision(SupervisionRows rows) {
        this.rows = rows;
    }

    @Override
    public String code() {
        return "answer-supervision";
    }

    @Override
    public List<String> needs() {
        return List.of(Inputs.NOTE);
    }

    @Override
    public boolean offers(Acting by, CaseFile file, Procedure procedure) {
        return file.marks().supervision() != null && (Standings.holds(by, file) || Standings.atUnit(by, file));
    }

    @Override
    public boolean afterEnd() {
        return true;
    }

    @Override
    public void work(Draft draft) {
        Inputs.note(draft);
        draft.then(next -> rows.answer(next.id(), draft.now));
    }
}
