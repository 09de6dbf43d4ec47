package org.linli.wearables.holding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.linli.shared.RetentionRule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Drops what is too old of tracks and vitals, each partition in a transaction of its own. */
@Component
class DroppingHistories {

    private static final Logger LOG = LoggerFactory.getLogger(DroppingHistories.class);

    private static final int AT_A_TIME = 1_000;
    private static final String JOB = "job:wearables.drop-histories";

    private final List<RetentionRule> rules;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DroppingHistories(
            RetentionRule oldTracks, RetentionRule oldVitals, PlatformTransactionManager transactions, Clock clock) {
        this.rules = List.of(oldTracks, oldVitals);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void drop() {
        for (var rule : rules) {
            try {
                drop(rule);
            } catch (CannotAcquireLockException busy) {
                LOG.info("{} waits for the next hour: somebody reads or stores there", rule.key());
            }
        }
    }

    private void drop(RetentionRule rule) {
        var before = LocalDate.now(clock).minus(rule.kept());
        var step = RetentionRule.Step.NOTHING;
        do {
            step = transaction.execute(status -> rule.apply(before, AT_A_TIME, JOB));
        } while (step != null && step.looked() > 0);
    }
}
