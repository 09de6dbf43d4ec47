package org.linli.casework.running;

import java.util.List;
import org.linli.access.Acting;
import org.linli.casework.CaseworkReason;
import org.linli.casework.procedure.Procedure;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Closing a supervision order (督办销号), once it was answered. */
@Component
class CloseSupervision implements BuiltIn {

    private final SupervisionRows rows;

    CloseSupervision(SupervisionRows rows) {
        this.rows = rows;
    }

    @Override
    public String code() {
        return "cancel-supervision";
    }

    @Override
    public List<String> needs() {
        return List.of(Inputs.NOTE);
    }

    @Override
    public boolean offers(Acting by, CaseFile file, Procedure procedure) {
        return file.marks().supervision() != null
                && by.may(CaseworkWords.SUPERVISE)
                && by.area().covers(file.area());
    }

    @Override
    public boolean afterEnd() {
        return true;
    }

    @Override
    public void work(Draft draft) {
        Inputs.note(draft);
        if (!rows.answered(draft.file.id())) {
            throw Refusal.because(CaseworkReason.SUPERVISION_UNANSWERED);
        }
        draft.then(next -> rows.close(next.id(), draft.now));
    }
}
