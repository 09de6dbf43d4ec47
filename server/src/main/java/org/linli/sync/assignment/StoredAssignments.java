package org.linli.sync.assignment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.shared.Refusal;
import org.linli.sync.Assignments;
import org.linli.sync.SyncReason;
import org.linli.sync.log.Scopes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives and takes scopes. */
@Service
class StoredAssignments implements Assignments {

    private final AssignmentRows rows;
    private final AuditTrail audit;
    private final Clock clock;

    StoredAssignments(AssignmentRows rows, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void assign(AccountId account, String scope, Mode mode, Instant from, Acting by) {
        if (Scopes.division(scope).isEmpty()) {
            throw Refusal.because(SyncReason.UNKNOWN_SCOPE, scope);
        }
        rows.lock(account);
        if (!rows.change(account, scope, mode, from)) {
            rows.add(account, scope, mode, from, by);
        }
        audit.note(by, "sync.scope.assign", "account:" + account.value(), Map.of("scope", scope, "mode", mode.name()));
    }

    @Override
    @Transactional
    public void end(AccountId account, String scope, Instant at, Acting by) {
        rows.lock(account);
        if (rows.end(account, scope, at, by)) {
            audit.note(by, "sync.scope.end", "account:" + account.value(), Map.of("scope", scope));
        }
    }

    @Override
    public List<Assignment> of(AccountId account) {
        return rows.of(account);
    }

    @Override
    public List<Assignment> holding(String scope) {
        return rows.holding(scope, clock.instant());
    }
}
