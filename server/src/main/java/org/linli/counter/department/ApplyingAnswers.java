package org.linli.counter.department;

import java.time.Clock;
import java.util.UUID;
import org.linli.counter.department.AnswerTaker.Taken;
import org.linli.counter.department.InboxRows.Stored;
import org.linli.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Applies stored answers, each in a transaction of its own and in the order the department counted them. */
@Component
class ApplyingAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ApplyingAnswers.class);

    /** A case that two people act on at once settles within a few rounds. */
    private static final int TRIES = 5;

    private final InboxRows rows;
    private final AnswerReader reader;
    private final AnswerTaker taker;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ApplyingAnswers(
            InboxRows rows, AnswerReader reader, AnswerTaker taker, TransactionTemplate transactions, Clock clock) {
        this.rows = rows;
        this.reader = reader;
        this.taker = taker;
        this.transactions = transactions;
        this.clock = clock;
    }

    void run() {
        rows.open().forEach(this::apply);
    }

    private void apply(UUID id) {
        try {
            transactions.executeWithoutResult(_ -> rows.lock(id).ifPresent(this::applyLocked));
        } catch (Refusal refusal) {
            transactions.executeWithoutResult(_ -> refused(id, refusal));
        } catch (RuntimeException failure) {
            LOG.error("answer {} of a department could not be applied", id, failure);
            transactions.executeWithoutResult(
                    _ -> rows.settle(id, "FAILED", failure.getClass().getSimpleName(), clock.instant()));
        }
    }

    private void refused(UUID id, Refusal refusal) {
        var attempts = rows.lock(id).map(Stored::attempts).orElse(TRIES);
        var again = refusal.reason().kind() == Refusal.Kind.CONFLICT && attempts + 1 < TRIES;
        rows.settle(id, again ? "STORED" : "FAILED", refusal.reason().key(), clock.instant());
    }

    private void applyLocked(Stored stored) {
        var now = clock.instant();
        if (stored.errand().isEmpty()) {
            rows.settle(stored.id(), "UNKNOWN_KEY", "", now);
        } else if (stored.sequence() <= stored.lastSequence()) {
            rows.settle(stored.id(), "OUTDATED", "", now);
        } else if (stored.sequence() > stored.lastSequence() + 1) {
            rows.settle(stored.id(), "HELD", "", now);
        } else {
            take(stored, stored.errand().get());
        }
    }

    private void take(Stored stored, UUID errand) {
        var now = clock.instant();
        var answer = reader.answer(stored.line(), errand, stored.body());
        var taken = taker.take(answer);
        switch (taken) {
            case APPLIED -> {
                rows.settle(stored.id(), "APPLIED", "", now);
                rows.advance(stored.key(), stored.sequence(), stateAfter(answer), now);
            }
            case TOO_EARLY -> rows.settle(stored.id(), "HELD", "", now);
            case ENDED -> {
                rows.settle(stored.id(), "ENDED", "", now);
                rows.advance(stored.key(), stored.sequence(), stateAfter(answer), now);
            }
        }
        LOG.info("answer {} on {}: {}", answer.kind(), stored.line(), taken == Taken.APPLIED ? "applied" : taken);
    }

    private static String stateAfter(DepartmentAnswer answer) {
        return switch (answer.kind()) {
            case ACCEPTED, RESUMED -> "ACCEPTED";
            case SUPPLEMENT -> "SUPPLEMENT";
            case SUSPENDED -> "SUSPENDED";
            case RESULT -> answer.outcome().orElseThrow().name();
        };
    }
}
