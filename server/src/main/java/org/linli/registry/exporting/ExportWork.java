package org.linli.registry.exporting;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.registry.sheet.PieceRows;
import org.linli.shared.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the files that wait, one after the other, and erases those whose time is over. */
@Component
class ExportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ExportWork.class);
    private static final int LEFT_TO_STOP = 10;

    private final ExportRows rows;
    private final PieceRows pieces;
    private final Exporting exporting;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final UUID process = Ids.next();
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("registry-export").daemon().factory());
    private volatile boolean stopping;

    ExportWork(
            ExportRows rows,
            PieceRows pieces,
            Exporting exporting,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.pieces = pieces;
        this.exporting = exporting;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void begin() {
        for (var id : rows.waiting(clock.instant())) {
            if (underWay.add(id)) {
                worker.execute(() -> {
                    try {
                        go(id);
                    } finally {
                        underWay.remove(id);
                    }
                });
            }
        }
    }

    void go(UUID id) {
        var now = clock.instant();
        if (stopping || !rows.claim(id, process, now, now.plus(Exporting.CLAIM))) {
            return;
        }
        try {
            exporting.run(rows.find(id).orElseThrow(), process, () -> !stopping);
        } catch (RuntimeException e) {
            LOG.error("export {} failed", id, e);
            rows.end(id, ExportState.FAILED, clock.instant());
        }
    }

    void erase() {
        for (var id : rows.outlived(clock.instant())) {
            transaction.executeWithoutResult(status -> {
                if (rows.end(id, ExportState.ERASED, clock.instant())) {
                    pieces.drop(id);
                    audit.note(Acting.system("registry"), "registry.export.erase", "export:" + id, Map.of());
                }
            });
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        worker.shutdown();
        if (!worker.awaitTermination(LEFT_TO_STOP, TimeUnit.SECONDS)) {
            LOG.warn("an export is left unwritten; it begins anew with the next start");
        }
    }
}
