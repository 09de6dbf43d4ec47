package org.linli.privacy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.access.sealing.SealedRows;
import org.linli.access.sealing.SealedTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rotation of keys (密钥轮换): new keys seal and index from now on, and whatever lies under older ones is put under them,
 * batch by batch, while people go on working. One that was interrupted goes on where it stopped. Afterwards the older keys
 * may be taken out of the keystore.
 */
@Service
class KeyRotation {

    private static final int BATCH = 200;
    /** Walks over a table until nothing is left; what is written meanwhile is under the new keys. */
    private static final int WALKS = 3;

    private static final Acting JOB = Acting.system("key-rotation");

    private final Keystore keystore;
    private final KeyRows keys;
    private final RotationRows rows;
    private final KeysInUse inUse;
    private final List<SealedTable> tables;
    private final SealedRows sealed;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeyRotation(
            Keystore keystore,
            KeyRows keys,
            RotationRows rows,
            KeysInUse inUse,
            List<SealedTable> tables,
            SealedRows sealed,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.keystore = keystore;
        this.keys = keys;
        this.rows = rows;
        this.inUse = inUse;
        this.tables = List.copyOf(tables);
        this.sealed = sealed;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * What a rotation came to.
     *
     * @param resumed whether it went on with one that had been interrupted
     * @param left values that are still under older keys, by table
     */
    record Outcome(RotationRows.Rotation rotation, boolean resumed, long changed, Map<String, Long> left) {}

    /** Rotates, or goes on with a rotation that was interrupted; empty when another process is at it. */
    Optional<Outcome> run() {
        // The outer transaction only holds the lock; each batch commits on its own.
        return transaction.execute(status -> rows.lock() ? Optional.of(runLocked()) : Optional.<Outcome>empty());
    }

    private Outcome runLocked() {
        var earlier = rows.unfinished().or(this::interruptedAtOnce);
        var rotation = earlier.orElseGet(this::begin);
        var changed = 0L;
        for (var walk = 1; walk == 1 || walk <= WALKS && !left().isEmpty(); walk++) {
            for (var table : tables) {
                changed += walk(rotation, table, walk > 1);
            }
        }
        return finished(rotation, earlier.isPresent(), changed);
    }

    private Outcome finished(RotationRows.Rotation rotation, boolean resumed, long changed) {
        var left = left();
        transaction.executeWithoutResult(status -> {
            rows.finish(rotation.number(), clock.instant());
            audit.note(
                    JOB,
                    "privacy.keys.rotate",
                    "key:" + rotation.fieldKey(),
                    Map.of("changed", Long.toString(changed), "index", rotation.indexKey()));
        });
        return new Outcome(rotation, resumed, changed, left);
    }

    /** A process that ended between adding keys and noting it left them in the keystore. */
    private Optional<RotationRows.Rotation> interruptedAtOnce() {
        var field = keystore.newestName(Keystore.FIELD);
        return keystore.newestNumber(Keystore.FIELD) == 1 || rows.isKnown(field)
                ? Optional.empty()
                : Optional.of(noted());
    }

    private RotationRows.Rotation begin() {
        keystore.addNext(Keystore.FIELD, Keystore.INDEX);
        var rotation = noted();
        // Every process of the house looks at the keystore this often; from then on nothing new is under older keys.
        LockSupport.parkNanos(
                Keystore.NOTICED_WITHIN.plus(Duration.ofMillis(200)).toNanos());
        return rotation;
    }

    private RotationRows.Rotation noted() {
        return transaction.execute(status -> {
            for (var purpose : List.of(Keystore.FIELD, Keystore.INDEX)) {
                var name = keystore.newestName(purpose);
                keys.insert(name, PrivacyConfiguration.check(name, keystore.newest(purpose)), clock.instant());
            }
            return rows.begin(
                    keystore.newestName(Keystore.FIELD), keystore.newestName(Keystore.INDEX), clock.instant());
        });
    }

    private long walk(RotationRows.Rotation rotation, SealedTable table, boolean anew) {
        var part = table.table();
        var changed = 0L;
        var step = anew ? new SealedRows.Step(List.of(), 0, false) : rows.progress(rotation.number(), part);
        while (!step.end()) {
            var after = step.after();
            step = transaction.execute(status -> {
                var next = sealed.reseal(table, after, BATCH, inUse);
                rows.note(rotation.number(), part, next);
                return next;
            });
            changed += step.changed();
        }
        return changed;
    }

    /** Values under other keys than those in use, by table; empty when there is none. */
    Map<String, Long> left() {
        var left = new TreeMap<String, Long>();
        for (var table : tables) {
            var count = sealed.left(table, inUse);
            if (count > 0) {
                left.put(table.table(), count);
            }
        }
        return left;
    }

    /** Takes every older key out of the keystore. The caller has seen that nothing is left under them. */
    List<String> retire() {
        var older = keystore.older(Keystore.FIELD, Keystore.INDEX);
        // First here: should this end in between, the keystore holds more than it needs to, and it is done again.
        transaction.executeWithoutResult(status -> {
            older.forEach(name -> keys.retire(name, clock.instant()));
            audit.note(JOB, "privacy.keys.retire", "keystore", Map.of("keys", String.join(",", older)));
        });
        keystore.remove(older);
        return older;
    }
}
