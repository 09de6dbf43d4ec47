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

    /** Applies what is due, and what that lets in: an answer taken may be what a held one waited for. */
    void run() {
        var moved = true;
        while (moved) {
            moved = rows.open(clock.instant()).stream().filter(this::apply).count() > 0;
        }
    }

    /** Whether its application has come further. */
    private boolean apply(UUID id) {
        try {
            return Boolean.TRUE.equals(transactions.execute(
                    _ -> rows.lock(id).map(this::applyLocked).orElse(false)));
        } catch (Refusal refusal) {
            transactions.executeWithoutResult(_ -> refused(id, refusal));
            return false;
        } catch (RuntimeException failure) {
            LOG.error("answer {} of a department could not be applied", id, failure);
            transactions.executeWithoutResult(
                    _ -> rows.settle(id, "FAILED", failure.getClass().getSimpleName(), clock.instant()));
            return false;
        }
    }

    private void refused(UUID id, Refusal refusal) {
        var attempts = rows.lock(id).map(Stored::attempts).orElse(TRIES);
        var again = refusal.reason().kind() == Refusal.Kind.CONFLICT && attempts + 1 < TRIES;
        rows.settle(id, again ? "STORED" : "FAILED", refusal.reason().key(), clock.instant());
    }

    private boolean applyLocked(Stored stored) {
        if (stored.errand().isEmpty()) {
            return settled(stored, "UNKNOWN_KEY");
        }
        if (stored.sequence() <= stored.lastSequence()) {
            return settled(stored, "OUTDATED");
        }
        if (stored.sequence() > stored.lastSequence() + 1) {
            return settled(stored, "HELD");
        }
        return take(stored, stored.errand().get()) != Taken.TOO_EARLY;
    }

    private boolean settled(Stored stored, String state) {
        rows.settle(stored.id(), state, "", clock.instant());
        return false;
    }

    private Taken take(Stored stored, UUID errand) {
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
        if (taken == Taken.APPLIED || stored.attempts() == 0) {
            LOG.info("answer {} on {}: {}", answer.kind(), stored.line(), taken);
        }
        return taken;
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
