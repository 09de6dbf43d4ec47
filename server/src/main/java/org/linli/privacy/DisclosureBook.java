package org.linli.privacy;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.access.ledger.Ledger;
import org.linli.access.ledger.LedgerFilter;
import org.linli.access.ledger.LedgerLine;
import org.linli.shared.Page;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The disclosure ledger: written wherever a value is shown in full, read by the audit administrator. */
@Service
class DisclosureBook implements DisclosureLedger {

    private final Ledger ledger;
    private final Keystore keystore;
    private final AuditTrail audit;

    DisclosureBook(@Qualifier("disclosureLines") Ledger ledger, Keystore keystore, AuditTrail audit) {
        this.ledger = ledger;
        this.keystore = keystore;
        this.audit = audit;
    }

    @Override
    public String subjectOf(String documentNumber) {
        var code = Sm3BlindIndex.hmac(keystore.newest(Keystore.LEDGER), "id-number", documentNumber);
        return HexFormat.of().formatHex(code);
    }

    @Override
    public void note(Acting reader, String subject, Set<String> fields, String purpose, String object) {
        ledger.note(reader, subject, String.join(",", new TreeSet<>(fields)), purpose, object);
    }

    @Override
    public void noteAll(Acting reader, List<String> subjects, Set<String> fields, String purpose, String object) {
        var names = String.join(",", new TreeSet<>(fields));
        ledger.noteAll(
                reader,
                subjects.stream()
                        .map(subject -> List.of(subject, names, purpose, object))
                        .toList());
    }

    @Transactional
    Page<LedgerLine> page(Acting by, LedgerFilter filter, Optional<String> after) {
        by.require("privacy.disclosure.read");
        var page = ledger.page(filter, after);
        audit.note(
                by,
                "privacy.disclosure.read",
                "privacy:ledger",
                Map.of("lines", Integer.toString(page.items().size())));
        return page;
    }
}
