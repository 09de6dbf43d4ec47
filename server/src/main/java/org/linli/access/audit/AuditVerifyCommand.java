package org.linli.access.audit;

import java.util.List;
import org.linli.access.ledger.Ledger;
import org.linli.shared.Command;
import org.springframework.stereotype.Component;

/** {@code ./linli audit verify}: walks every sealed chain and names each row altered, removed, inserted or moved. */
@Component
class AuditVerifyCommand implements Command {

    private static final int SHOWN = 200;

    private final List<Ledger> ledgers;

    AuditVerifyCommand(List<Ledger> ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public String name() {
        return "audit-verify";
    }

    @Override
    @SuppressWarnings("SystemOut")
    public int run() {
        var broken = 0;
        for (var ledger : ledgers) {
            var report = ledger.chain().verify();
            System.out.printf(
                    "%s: %d rows checked, %d not chained yet, %s%n",
                    report.chain(),
                    report.rows(),
                    report.waiting(),
                    report.intact() ? "intact" : report.findings().size() + " findings");
            report.findings().stream().limit(SHOWN).forEach(finding -> System.out.println("  " + finding));
            broken += report.findings().size();
        }
        return broken == 0 ? 0 : 1;
    }
}
