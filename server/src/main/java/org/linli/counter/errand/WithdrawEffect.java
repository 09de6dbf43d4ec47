package org.linli.counter.errand;

import java.time.Clock;
import org.linli.casework.CaseEffect;
import org.linli.counter.department.Outbox;
import org.springframework.stereotype.Component;

/** {@code withdraw}: the applicant takes the matter back, at the department too. */
@Component
class WithdrawEffect implements CaseEffect {

    private final ErrandOfCase errands;
    private final ErrandFileRows rows;
    private final Outbox outbox;
    private final Clock clock;

    WithdrawEffect(ErrandOfCase errands, ErrandFileRows rows, Outbox outbox, Clock clock) {
        this.errands = errands;
        this.rows = rows;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "withdraw";
    }

    @Override
    public void run(Happening happening) {
        var errand = errands.of(happening);
        rows.decide(errand.id(), "WITHDRAWN", "", clock.instant());
        outbox.standing(errand.id().value()).ifPresent(standing -> outbox.withdraw(standing.key(), happening.note()));
    }
}
