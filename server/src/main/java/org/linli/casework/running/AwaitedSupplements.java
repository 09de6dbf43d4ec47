package org.linli.casework.running;

import java.time.Clock;
import org.linli.casework.CaseId;
import org.linli.casework.procedure.Procedures;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells whoever has a case that the day for its supplement has passed and nothing came: the clock pauses meanwhile, so no
 * other reminder would.
 */
@Component
class AwaitedSupplements {

    private static final int BATCH = 100;

    private final SupplementRows rows;
    private final CaseRows cases;
    private final Procedures procedures;
    private final Telling telling;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AwaitedSupplements(
            SupplementRows rows,
            CaseRows cases,
            Procedures procedures,
            Telling telling,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.procedures = procedures;
        this.telling = telling;
        this.transaction = transaction;
        this.clock = clock;
    }

    void remindOverdue() {
        rows.overdue(Moments.day(clock.instant()), BATCH)
                .forEach(id -> transaction.executeWithoutResult(status -> remind(id)));
    }

    private void remind(CaseId id) {
        if (!rows.remind(id, clock.instant())) {
            return;
        }
        var file = cases.find(id).orElseThrow();
        var procedure = procedures.version(file.procedure(), file.version()).orElseThrow();
        telling.whoeverHasIt(file, procedure, "supplement-overdue", false);
    }
}
