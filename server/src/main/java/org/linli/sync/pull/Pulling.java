package org.linli.sync.pull;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.privacy.DisclosureLedger;
import org.linli.shared.Refusal;
import org.linli.sync.Assignments;
import org.linli.sync.SyncReason;
import org.linli.sync.SyncSettings;
import org.linli.sync.assignment.HeldScopes;
import org.linli.sync.device.Device;
import org.linli.sync.device.Devices;
import org.linli.sync.log.Epochs;
import org.linli.sync.log.SyncedTypes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Serves pages: reads one in a view that stands still, then notes who took what, then lets it go. */
@Service
class Pulling {

    private final Devices devices;
    private final Assignments assignments;
    private final Epochs epochs;
    private final Snapshot snapshot;
    private final SyncedTypes types;
    private final AuditTrail audit;
    private final DisclosureLedger ledger;
    private final SyncSettings settings;
    private final Clock clock;
    private final TransactionTemplate reading;
    private final TransactionTemplate noting;

    Pulling(
            Devices devices,
            Assignments assignments,
            Epochs epochs,
            Snapshot snapshot,
            SyncedTypes types,
            AuditTrail audit,
            DisclosureLedger ledger,
            SyncSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.devices = devices;
        this.assignments = assignments;
        this.epochs = epochs;
        this.snapshot = snapshot;
        this.types = types;
        this.audit = audit;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.noting = new TransactionTemplate(transactions);
    }

    /** The scopes come from the account that is signed in; what the phone names only says how far it has read. */
    PullView pull(Acting by, PullForm form) {
        var page = reading.execute(status -> read(by, form));
        if (page == null) {
            throw new IllegalStateException("no page");
        }
        noting.executeWithoutResult(status -> {
            note(by, form.device(), page);
            devices.contact(by, form.device(), form.appSchema(), form.unsent(), form.clientTime());
        });
        if (page.wipe() == null && form.appSchema() < settings.minAppSchema()) {
            throw Refusal.because(SyncReason.UPDATE_NEEDED);
        }
        return page;
    }

    private PullView read(Acting by, PullForm form) {
        var device = devices.require(by, form.device());
        var epoch = epochs.current();
        if (device.wipe()) {
            return answer(epoch, device, List.of(), List.of(), Boolean.TRUE);
        }
        if (device.revoked().isPresent()) {
            throw Refusal.because(SyncReason.DEVICE_REVOKED);
        }
        if (form.appSchema() < settings.minAppSchema()) {
            return answer(epoch, device, List.of(), List.of(), null);
        }
        var held = HeldScopes.of(assignments, by.account()).at(clock.instant());
        var scopes = snapshot.read(by, form, held, epoch.toString().equals(form.epoch()));
        var dropped = form.scopes().keySet().stream()
                .filter(scope -> !held.containsKey(scope))
                .sorted()
                .toList();
        return answer(epoch, device, scopes, dropped, null);
    }

    private PullView answer(
            UUID epoch, Device device, List<PullView.ScopeView> scopes, List<String> dropped, @Nullable Boolean wipe) {
        return new PullView(epoch, scopes, dropped, device.lastSeq(), clock.instant(), settings.minAppSchema(), wipe);
    }

    /** A page that holds records is an export of personal information; an empty one is not. */
    private void note(Acting by, UUID device, PullView page) {
        for (var scope : page.scopes()) {
            var shown =
                    scope.items().stream().filter(item -> item.data() != null).toList();
            if (!shown.isEmpty()) {
                audit.note(
                        by,
                        "sync.page.serve",
                        "device:" + device,
                        Map.of(
                                "scope",
                                scope.id(),
                                "count",
                                Integer.toString(shown.size()),
                                "through",
                                Long.toString(scope.next())));
                disclose(by, device, shown);
            }
        }
    }

    private void disclose(Acting by, UUID device, List<PullView.ItemView> shown) {
        shown.stream()
                .collect(Collectors.groupingBy(
                        PullView.ItemView::type, Collectors.mapping(PullView.ItemView::id, Collectors.toList())))
                .forEach((type, ids) -> {
                    var disclosed = types.find(type).orElseThrow().disclosed(ids);
                    if (!disclosed.subjects().isEmpty()) {
                        ledger.noteAll(by, disclosed.subjects(), disclosed.fields(), "sync", "device:" + device);
                    }
                });
    }
}
