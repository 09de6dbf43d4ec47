package org.linli.registry.synthetic;

import java.util.Map;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.registry.Because;
import org.linli.registry.change.Change;
import org.linli.registry.change.Changes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins the one change under which the synthetic district is loaded, and stays known when the load is interrupted. */
@Component
class SyntheticChange {

    private final Changes changes;
    private final AuditTrail audit;

    SyntheticChange(Changes changes, AuditTrail audit) {
        this.changes = changes;
        this.audit = audit;
    }

    @Transactional
    Change begin(Because because) {
        var demo = Acting.system("demo");
        var change = changes.begin(demo, because);
        audit.note(demo, "registry.demo.load", "change:" + change.id(), Map.of());
        return change;
    }
}
