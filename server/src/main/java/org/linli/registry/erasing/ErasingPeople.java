package org.linli.registry.erasing;

import java.util.Map;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.registry.Because;
import org.linli.registry.Erasures;
import org.linli.registry.PersonId;
import org.linli.registry.RegistryReason;
import org.linli.registry.change.Changes;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Empties people's records. */
@Service
class ErasingPeople implements Erasures {

    private final ErasureRows rows;
    private final Changes changes;
    private final AuditTrail audit;

    ErasingPeople(ErasureRows rows, Changes changes, AuditTrail audit) {
        this.rows = rows;
        this.changes = changes;
        this.audit = audit;
    }

    @Override
    @Transactional
    public void empty(Acting by, PersonId person, String rule, Because because) {
        if (!rows.lock(person)) {
            throw Refusal.because(RegistryReason.UNKNOWN_PERSON);
        }
        var change = changes.begin(by, because);
        for (var one : rows.recordsOf(person)) {
            rows.begin(one, rule, because, change);
            rows.emptyPerson(one, change);
            rows.emptyNumbers(one, change);
        }
        audit.note(by, "registry.person.erase", "person:" + person, Map.of("rule", rule));
    }
}
