package org.linli.registry.importing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.linli.access.AuditTrail;
import org.linli.registry.Because;
import org.linli.registry.ChangeSource;
import org.linli.registry.change.Changes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the good rows into the base, in one transaction: when it ends before its end, nothing was written. The rows are
 * compared with the base once more before, because the base went on living since the check.
 */
@Component
class Applying {

    private static final Logger LOG = LoggerFactory.getLogger(Applying.class);

    /** It was cancelled, or the process stops. */
    private static final class GivenUp extends RuntimeException {

        private static final long serialVersionUID = 1;

        GivenUp() {
            super("given up", null, false, false);
        }
    }

    private final ImportRows rows;
    private final ApplyLockRows locks;
    private final Checking checking;
    private final List<SheetApplying> writings;
    private final Changes changes;
    private final ImportSettings settings;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;
    private final Clock clock;

    Applying(
            ImportRows rows,
            ApplyLockRows locks,
            Checking checking,
            List<SheetApplying> writings,
            Changes changes,
            ImportSettings settings,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.locks = locks;
        this.checking = checking;
        this.writings = List.copyOf(writings);
        this.changes = changes;
        this.settings = settings;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    int steps(Sheet sheet) {
        return writing(sheet).steps().size() + 1;
    }

    void run(Sheet sheet, UUID claimer, BooleanSupplier goOn) {
        try {
            transaction.executeWithoutResult(status -> {
                if (locks.isTurn()) {
                    write(sheet, claimer, goOn);
                }
            });
        } catch (GivenUp e) {
            LOG.info("the writing of import {} was given up", sheet.id());
        } catch (MoreFaults e) {
            apart.executeWithoutResult(
                    status -> rows.checkedAgain(sheet.id(), e.counts, ImportReason.BASE_MOVED, clock.instant()));
        } catch (DataAccessException e) {
            LOG.warn("the writing of import {} failed", sheet.id(), e);
            apart.executeWithoutResult(
                    status -> rows.backToChecked(sheet.id(), ImportReason.NOT_WRITTEN, clock.instant()));
        }
    }

    /** The base moved on, so that fewer rows are good than somebody agreed to import. */
    private static final class MoreFaults extends RuntimeException {

        private static final long serialVersionUID = 1;
        private final transient SheetFindings.Counts counts;

        MoreFaults(SheetFindings.Counts counts) {
            super("more faults", null, false, false);
            this.counts = counts;
        }
    }

    private void write(Sheet sheet, UUID claimer, BooleanSupplier goOn) {
        var counts = checking.finding(sheet).find(sheet);
        if (counts.faulty() > sheet.faultyRows()) {
            throw new MoreFaults(counts);
        }
        var by = sheet.acting();
        var because = new Because(ChangeSource.IMPORT, sheet.name(), Optional.of(sheet.object()));
        var change = changes.begin(by, because);
        var today = LocalDate.now(clock);
        var outcome = new LinkedHashMap<String, Integer>();
        var done = 1;
        step(sheet, claimer, done, goOn);
        for (var step : writing(sheet).steps()) {
            step.run(sheet, change, today).forEach((word, count) -> outcome.merge(word, count, Integer::sum));
            step(sheet, claimer, ++done, goOn);
        }
        var told = new ArrayList<String>();
        outcome.forEach((word, count) -> {
            told.add(word);
            told.add(Integer.toString(count));
        });
        audit.note(
                by,
                "registry.import.apply",
                sheet.object(),
                Map.of(
                        "rows",
                        Integer.toString(counts.good()),
                        "change",
                        change.id().toString()));
        if (!rows.applied(sheet.id(), change.id(), told, clock.instant())) {
            throw new GivenUp();
        }
    }

    private void step(Sheet sheet, UUID claimer, int done, BooleanSupplier goOn) {
        var now = clock.instant();
        var noted = apart.execute(status -> rows.step(sheet.id(), claimer, done, now, now.plus(settings.claim())));
        if (!Boolean.TRUE.equals(noted) || !goOn.getAsBoolean()) {
            throw new GivenUp();
        }
    }

    private SheetApplying writing(Sheet sheet) {
        return writings.stream()
                .filter(one -> one.kind() == sheet.kind())
                .findFirst()
                .orElseThrow();
    }
}
