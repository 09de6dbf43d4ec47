package org.linli.registry.importing;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.linli.registry.sheet.PieceRows;
import org.linli.shared.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what imports wait for: checks, writes, clears. Any process may; a claim that runs out lets another go on. */
@Component
class ImportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);
    private static final int LEFT_TO_STOP = 20;

    private final ImportRows rows;
    private final StagingRows staging;
    private final PieceRows pieces;
    private final Checking checking;
    private final Applying applying;
    private final ImportSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final UUID process = Ids.next();
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("registry-import").daemon().factory());
    private volatile boolean stopping;

    ImportWork(
            ImportRows rows,
            StagingRows staging,
            PieceRows pieces,
            Checking checking,
            Applying applying,
            ImportSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.staging = staging;
        this.pieces = pieces;
        this.checking = checking;
        this.applying = applying;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Hands what waits to the worker and returns at once; what is under way is this process's for another while. */
    void begin() {
        var now = clock.instant();
        if (!underWay.isEmpty()) {
            rows.keepClaims(process, now.plus(settings.claim()));
        }
        for (var id : rows.waiting(now)) {
            if (underWay.add(id)) {
                worker.execute(() -> {
                    try {
                        go(id);
                    } catch (RuntimeException e) {
                        LOG.error("import {} stopped and will be tried again", id, e);
                    } finally {
                        underWay.remove(id);
                    }
                });
            }
        }
    }

    /** Does what one import waits for, in the caller's thread. */
    void go(UUID id) {
        var now = clock.instant();
        if (stopping || !rows.claim(id, process, now, now.plus(settings.claim()))) {
            return;
        }
        var sheet = rows.find(id).orElseThrow();
        switch (sheet.state()) {
            case CHECKING -> checking.run(sheet, process, () -> !stopping);
            case APPLYING -> applying.run(sheet, process, () -> !stopping);
            case RECEIVING, MAPPING, CHECKED, APPLIED, REFUSED, CANCELLED, EXPIRED -> {}
        }
    }

    /** Drops imports that nobody goes on with, and what those that ended need no more. */
    void clear() {
        var now = clock.instant();
        for (var id : rows.outlived(now)) {
            rows.end(id, ImportState.EXPIRED, now);
        }
        for (var some = rows.toBeCleared(); !some.isEmpty(); some = rows.toBeCleared()) {
            if (!clear(some)) {
                return;
            }
        }
    }

    /** False when the process stops meanwhile. */
    private boolean clear(List<UUID> ended) {
        for (var id : ended) {
            transaction.executeWithoutResult(status -> pieces.drop(id));
            while (Boolean.TRUE.equals(transaction.execute(status -> staging.dropSome(id)))) {
                if (stopping) {
                    return false;
                }
            }
            rows.cleared(id);
        }
        return true;
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        worker.shutdown();
        if (!worker.awaitTermination(LEFT_TO_STOP, TimeUnit.SECONDS)) {
            LOG.warn("an import is left as it is; it goes on with the next start");
        }
    }
}
