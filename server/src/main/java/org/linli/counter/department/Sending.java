package org.linli.counter.department;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox. The message is claimed in one transaction, sent in none, and its fate written down in
 * another, so that a slow department holds no lock and a crash in between only sends the same key again.
 */
@Component
class Sending {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private final DepartmentLines lines;
    private final OutboxRows outbox;
    private final LineHealthRows health;
    private final AnswerTaker taker;
    private final LineSettings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Sending(
            DepartmentLines lines,
            OutboxRows outbox,
            LineHealthRows health,
            AnswerTaker taker,
            LineSettings settings,
            TransactionTemplate transactions,
            Clock clock) {
        this.lines = lines;
        this.outbox = outbox;
        this.health = health;
        this.taker = taker;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sends all that is due on every line and answers how many messages arrived. */
    int run() {
        var sent = 0;
        for (var line : lines.names()) {
            while (lines.isConnected(line) && health.mayTry(line, clock.instant()) && sendNext(line)) {
                sent++;
            }
        }
        return sent;
    }

    /** False when nothing is due or the line does not work. */
    private boolean sendNext(String line) {
        var claimed = transactions.execute(_ -> outbox.claim(line, clock.instant(), LEASE));
        if (claimed == null || claimed.isEmpty()) {
            return false;
        }
        var message = claimed.get();
        try {
            var number = lines.line(line).send(message);
            transactions.executeWithoutResult(_ -> arrived(message, number));
            return true;
        } catch (LineFailure failure) {
            transactions.executeWithoutResult(_ -> failed(message, failure));
            return failure.isRefused();
        }
    }

    private void arrived(LineMessage message, String departmentNumber) {
        var now = clock.instant();
        outbox.sent(message, departmentNumber, now);
        if (health.worked(message.line(), now)) {
            outbox.wake(message.line(), now);
        }
        taker.delivered(outbox.errandOf(message.key()), message.line(), departmentNumber, message.attempts() - 1);
    }

    private void failed(LineMessage message, LineFailure failure) {
        var now = clock.instant();
        var reason = String.valueOf(failure.getMessage());
        if (failure.isRefused()) {
            // The department answered, so the line itself works.
            health.worked(message.line(), now);
            giveUp(message, reason, now);
            return;
        }
        health.failed(message.line(), reason, now);
        if (now.isAfter(outbox.createdAt(message.id()).plus(settings.linesGiveUpAfter()))) {
            giveUp(message, reason, now);
        } else {
            outbox.retry(message.id(), now.plus(LineHealthRows.wait(message.attempts())), reason);
        }
    }

    private void giveUp(LineMessage message, String reason, Instant now) {
        outbox.dead(message, reason, now);
        taker.undeliverable(outbox.errandOf(message.key()), message.line(), reason);
    }
}
