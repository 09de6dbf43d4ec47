package org.linli.casework.running;

import org.linli.access.Acting;
import org.linli.casework.procedure.Procedure;
import org.springframework.stereotype.Component;

/** Leave (退出并案): a joined case goes its own way again. */
@Component
class LeaveJoined implements BuiltIn {

    private final LinkRows rows;

    LeaveJoined(LinkRows rows) {
        this.rows = rows;
    }

    @Override
    public String code() {
        return "leave";
    }

    @Override
    public boolean offers(Acting by, CaseFile file, Procedure procedure) {
        return file.now().hold() == Hold.JOINED && (Standings.inCharge(by, file) || Standings.above(by, file));
    }

    @Override
    public void work(Draft draft) {
        draft.hold(null);
        draft.then(next -> rows.leave(next.id(), draft.now));
    }
}
