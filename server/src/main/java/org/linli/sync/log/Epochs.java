package org.linli.sync.log;

import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Epoch (数据世代): the lineage of the database. Numbers of changes mean nothing in another lineage, so after a restore or a
 * failover phones read their scopes anew and offer again what they had been told was stored.
 */
@Service
public class Epochs implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Epochs.class);

    private final EpochRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Epochs(EpochRows rows, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The epoch in force; read in the caller's transaction, so that it fits the numbers read there. */
    public UUID current() {
        return rows.latest().map(EpochRows.Epoch::id).orElseThrow();
    }

    /** Compares the database with the one the latest epoch began on. */
    @Override
    public void afterSingletonsInstantiated() {
        look();
    }

    /** Begins a new epoch where the database is another than that of the latest; true when it did. */
    boolean look() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            rows.lock();
            var here = rows.here();
            var latest = rows.latest();
            if (latest.filter(epoch -> epoch.lineage().equals(here)).isPresent()) {
                return false;
            }
            rows.begin(here, clock.instant());
            if (latest.isPresent()) {
                rows.leap();
                LOG.warn("The database was restored or failed over: phones read everything anew."
                        + " 数据库已恢复或切换，手机将重新加载数据。");
            }
            return true;
        }));
    }

    /** Begins a new epoch, for a restore that leaves no trace in the database, such as a copied folder. */
    void begin() {
        transaction.executeWithoutResult(status -> {
            rows.lock();
            rows.begin(rows.here(), clock.instant());
            rows.leap();
        });
    }
}
