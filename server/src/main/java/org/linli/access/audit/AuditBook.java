package org.linli.access.audit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.access.ledger.Ledger;
import org.linli.access.ledger.LedgerFilter;
import org.linli.access.ledger.LedgerLine;
import org.linli.shared.Page;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The trail: written by everybody, read by the audit administrator, and the reading is noted in it. */
@Service
class AuditBook implements AuditTrail {

    private final Ledger ledger;
    private final JsonMapper json;

    AuditBook(@Qualifier("auditLedger") Ledger ledger, JsonMapper json) {
        this.ledger = ledger;
        this.json = json;
    }

    @Override
    public void note(Acting by, String act, String object, Map<String, String> facts) {
        ledger.note(by, act, object, json.writeValueAsString(new TreeMap<>(facts)));
    }

    @Transactional
    Page<LedgerLine> page(Acting by, LedgerFilter filter, Optional<String> after) {
        by.require("access.audit.read");
        var page = ledger.page(filter, after);
        note(
                by,
                "access.audit.read",
                "audit:trail",
                Map.of("lines", Integer.toString(page.items().size())));
        return page;
    }
}
