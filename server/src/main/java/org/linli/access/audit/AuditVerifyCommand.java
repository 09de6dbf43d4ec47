package org.linli.access.audit;

import java.util.List;
import org.linli.access.ledger.Chains;
import org.linli.access.ledger.HashedBook;
import org.linli.shared.Command;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * {@code ./linli audit verify}: walks every sealed chain and every book with hashes of its own, and names each row
 * altered, removed, inserted or moved.
 */
@Component
class AuditVerifyCommand implements Command {

    private static final int SHOWN = 200;

    private final Chains chains;
    private final ObjectProvider<HashedBook> books;

    AuditVerifyCommand(Chains chains, ObjectProvider<HashedBook> books) {
        this.chains = chains;
        this.books = books;
    }

    @Override
    public String name() {
        return "audit-verify";
    }

    @Override
    public int run() {
        var broken = 0;
        for (var chain : chains.all()) {
            var report = chain.verify();
            var checked = "%d rows checked, %d not chained yet".formatted(report.rows(), report.waiting());
            broken += print(report.chain(), checked, report.findings());
        }
        for (var book : books.orderedStream().toList()) {
            var report = book.verify();
            broken += print(report.book(), report.checked() + " checked", report.findings());
        }
        return broken == 0 ? 0 : 1;
    }

    @SuppressWarnings("SystemOut")
    private static int print(String name, String checked, List<?> findings) {
        System.out.printf("%s: %s, %s%n", name, checked, findings.isEmpty() ? "intact" : findings.size() + " findings");
        findings.stream().limit(SHOWN).forEach(finding -> System.out.println("  " + finding));
        return findings.size();
    }
}
