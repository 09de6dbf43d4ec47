package org.linli.casework.running;

import java.util.UUID;
import org.linli.access.PostingId;
import org.linli.access.PostingsInForce;
import org.linli.area.UnitCode;
import org.linli.casework.CaseworkReason;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Who may be given a case: in force today, at the unit or sent by it, and with something it may do with the case. */
@Component
class Holders {

    private final PostingsInForce postings;

    Holders(PostingsInForce postings) {
        this.postings = postings;
    }

    void require(Draft draft, UnitCode unit, UUID posting) {
        var holder = postings.find(new PostingId(posting))
                .orElseThrow(() -> Refusal.ofField("posting", CaseworkReason.NO_SUCH_POSTING));
        var isThere = holder.unit().equals(unit)
                || holder.homeUnit().filter(unit::equals).isPresent();
        if (!isThere || !holder.may(CaseworkWords.ACT) || !Rights.mayHold(holder, draft.procedure, draft.file, unit)) {
            throw Refusal.ofField("posting", CaseworkReason.POSTING_CANNOT_HOLD, draft.procedure.names());
        }
    }
}
