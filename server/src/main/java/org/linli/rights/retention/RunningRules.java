package org.linli.rights.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.rights.retention.RetentionRows.Run;
import org.linli.rights.retention.RetentionRows.Standing;
import org.linli.rights.retention.RetentionRows.Way;
import org.linli.shared.Ids;
import org.linli.shared.RetentionRule;
import org.linli.shared.RetentionRule.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs rules in small transactions, each with its part of the report: what was done stays done when the next one fails, and
 * nothing waits long for a row.
 */
@Component
class RunningRules {

    private static final Logger LOG = LoggerFactory.getLogger(RunningRules.class);

    private static final int AT_A_TIME = 200;

    /** A request over HTTP ends some time; the night does the rest. */
    private static final int STEPS_BY_HAND = 25;

    private final List<RetentionRule> rules;
    private final RetentionRows rows;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RunningRules(
            List<RetentionRule> rules,
            RetentionRows rows,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rules = rules;
        this.rows = rows;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Every rule that binds, one after the other; one that fails does not stop the others. */
    void night() {
        var standings = rows.standings();
        for (var rule : rules) {
            if (standings.getOrDefault(rule.key(), Standing.OFF).active()) {
                run(rule, Way.NIGHT, Acting.system("retention"));
            }
        }
    }

    /** Counts what the rule would meet; nothing is changed but the note that it was counted. */
    Run rehearse(RetentionRule rule, Acting by) {
        var id = Ids.next();
        transaction.executeWithoutResult(status -> {
            var due = rule.due(before(rule));
            rows.begin(id, rule.key(), Way.REHEARSAL, by.name(), clock.instant(), due);
            rows.end(id, clock.instant(), Optional.empty());
            rows.rehearsed(rule.key(), due, clock.instant());
            note(by, "rights.retention.rehearse", rule);
        });
        return rows.run(id).orElseThrow();
    }

    Run run(RetentionRule rule, Way way, Acting by) {
        var id = Ids.next();
        var before = before(rule);
        transaction.executeWithoutResult(status -> {
            rows.begin(id, rule.key(), way, by.name(), clock.instant(), rule.due(before));
            note(by, "rights.retention.run", rule);
        });
        var failure = steps(rule, way, id, before);
        transaction.executeWithoutResult(status -> rows.end(id, clock.instant(), failure));
        return rows.run(id).orElseThrow();
    }

    private Optional<String> steps(RetentionRule rule, Way way, UUID run, LocalDate before) {
        try {
            for (var steps = 0; way == Way.NIGHT || steps < STEPS_BY_HAND; steps++) {
                var step = transaction.execute(status -> step(rule, run, before));
                if (step == null || step.looked() == 0) {
                    break;
                }
            }
            return Optional.empty();
        } catch (RuntimeException failed) {
            LOG.error("retention rule {} failed in run {}", rule.key(), run, failed);
            return Optional.of(failed.getClass().getSimpleName());
        }
    }

    private Step step(RetentionRule rule, UUID run, LocalDate before) {
        var step = rule.apply(before, AT_A_TIME, "retention-run:" + run);
        rows.count(run, step);
        return step;
    }

    private LocalDate before(RetentionRule rule) {
        return LocalDate.now(clock).minus(rule.kept());
    }

    private void note(Acting by, String act, RetentionRule rule) {
        audit.note(by, act, "retention-rule:" + rule.key(), java.util.Map.of());
    }
}
