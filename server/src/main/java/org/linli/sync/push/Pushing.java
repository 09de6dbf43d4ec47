package org.linli.sync.push;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.linli.access.Acting;
import org.linli.shared.Refusal;
import org.linli.sync.Assignments;
import org.linli.sync.SyncReason;
import org.linli.sync.SyncWords;
import org.linli.sync.assignment.HeldScopes;
import org.linli.sync.contributions.AlreadyKnown;
import org.linli.sync.device.Device;
import org.linli.sync.device.Devices;
import org.linli.sync.push.ApplyingMutations.Task;
import org.linli.sync.push.MutationRows.Arrival;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a batch: each change in a transaction together with its result and the phone's counter, so that a phone may send
 * anything any number of times. A run of like changes shares a transaction as long as nothing stands against any of them;
 * otherwise each of the run has its own. A change that fails for no reason anybody foresaw is tried twice more and then
 * refused, with its content on the exceptions desk, so that the ones behind it move on.
 */
@Service
class Pushing {

    private static final Logger LOG = LoggerFactory.getLogger(Pushing.class);
    private static final int TRIES = 3;

    private final Devices devices;
    private final Assignments assignments;
    private final MutationRows rows;
    private final ApplyingMutations applying;
    private final AfterResult after;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Pushing(
            Devices devices,
            Assignments assignments,
            MutationRows rows,
            ApplyingMutations applying,
            AfterResult after,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.devices = devices;
        this.assignments = assignments;
        this.rows = rows;
        this.applying = applying;
        this.after = after;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What a batch came to. */
    record Taken(List<Result> results, long lastSeq, boolean wipe) {}

    /** A phone and the schema of its app. */
    record Sender(Acting by, UUID device, int appSchema) {}

    /** The same with what its account holds when the batch arrives. */
    private record Batch(Sender sender, HeldScopes held) {

        Acting by() {
            return sender.by();
        }
    }

    /** @throws Refusal {@link SyncReason#FORKED} or {@link SyncReason#EXPECTED} when the numbers do not fit */
    Taken push(Sender sender, List<Mutation> batch) {
        sender.by().require(SyncWords.USE);
        var device = devices.require(sender.by(), sender.device());
        if (device.wipe()) {
            return new Taken(List.of(), device.lastSeq(), true);
        }
        var arrived = new Batch(sender, HeldScopes.of(assignments, sender.by().account()));
        var results = new ArrayList<Result>();
        for (var run : Runs.of(batch)) {
            if (!takeTogether(arrived, run, results) && !takeInTurn(arrived, run, results)) {
                break;
            }
        }
        var now = devices.require(sender.by(), sender.device());
        return new Taken(results, now.lastSeq(), now.wipe());
    }

    /** @return whether all of them were taken; otherwise nothing was */
    private boolean takeTogether(Batch batch, List<Mutation> run, List<Result> results) {
        if (run.size() == 1) {
            return false;
        }
        try {
            results.addAll(stored(batch, run, Optional.empty(), applying::apply));
            return true;
        } catch (RuntimeException oneOfThem) {
            LOG.debug("A run of {} changes is taken in turn", run.size(), oneOfThem);
            return false;
        }
    }

    /** @return whether the batch goes on */
    private boolean takeInTurn(Batch batch, List<Mutation> run, List<Result> results) {
        for (var mutation : run) {
            try {
                results.add(take(batch, mutation));
            } catch (Refusal refusal) {
                // What was taken before the gap has its results; the phone goes on from its counter.
                if (refusal.reason() != SyncReason.EXPECTED || results.isEmpty()) {
                    throw refusal;
                }
                return false;
            }
        }
        return true;
    }

    private Result take(Batch batch, Mutation mutation) {
        for (var tries = 1; ; tries++) {
            try {
                return stored(batch, mutation, task -> applying.apply(task));
            } catch (AlreadyKnown known) {
                return stored(batch, mutation, task -> applying.duplicate(task, known.existing()));
            } catch (Refusal refusal) {
                if (isOfTheQueue(refusal)) {
                    throw refusal;
                }
                return stored(batch, mutation, task -> Result.refused(refusal));
            } catch (CannotCreateTransactionException
                    | DataAccessResourceFailureException
                    | QueryTimeoutException down) {
                throw down;
            } catch (RuntimeException failure) {
                LOG.info("The change {} of a phone failed with {}, try {}", mutation.id(), failure.getClass(), tries);
                if (tries == TRIES) {
                    return internal(batch, mutation, failure);
                }
            }
        }
    }

    private Result internal(Batch batch, Mutation mutation, RuntimeException failure) {
        LOG.error("The change {} of a phone was refused, because it failed", mutation.id(), failure);
        var refused = Result.refused(Refusal.because(SyncReason.INTERNAL));
        return stored(batch, mutation, Optional.of(failure), task -> refused);
    }

    private Result stored(Batch batch, Mutation mutation, Function<Task, Result> work) {
        return stored(batch, mutation, Optional.empty(), work);
    }

    private Result stored(
            Batch batch, Mutation mutation, Optional<RuntimeException> failure, Function<Task, Result> work) {
        return stored(batch, List.of(mutation), failure, work).getFirst();
    }

    /** One transaction: the phone is held, the changes applied, their results and the counter stored. */
    private List<Result> stored(
            Batch batch, List<Mutation> run, Optional<RuntimeException> failure, Function<Task, Result> work) {
        return transaction.execute(status -> {
            var device = devices.hold(batch.by(), batch.sender().device());
            if (run.size() > 1) {
                rows.queue(run.stream().map(Mutation::entity).toList());
            }
            var results = new ArrayList<Result>();
            var last = device.lastSeq();
            for (var mutation : run) {
                results.add(before(device, last, mutation).orElseGet(() -> made(batch, mutation, failure, work)));
                last = Math.max(last, mutation.seq());
            }
            return results;
        });
    }

    private Result made(
            Batch batch, Mutation mutation, Optional<RuntimeException> failure, Function<Task, Result> work) {
        var arrived = clock.instant();
        var mostSkew = Devices.MOST_SKEW.toMillis();
        var occurred = mutation.occurredAt(arrived, mostSkew);
        var sender = batch.sender();
        var arrival = new Arrival(sender.device(), sender.appSchema(), occurred, arrived, mutation.skewed(mostSkew));
        var task = new Task(batch.by(), batch.held(), mutation, after.change(mutation, sender.device(), occurred));
        var result = work.apply(task);
        rows.add(batch.by(), mutation, arrival, result);
        after.note(task, result, failure);
        return result;
    }

    /** The result it was given before; the same change under a new number, after a phone was registered anew, counts too. */
    private Optional<Result> before(Device device, long last, Mutation mutation) {
        if (device.revoked().isPresent()) {
            throw Refusal.because(SyncReason.DEVICE_REVOKED);
        }
        var expected = last + 1;
        if (mutation.seq() > expected) {
            throw Refusal.because(SyncReason.EXPECTED, expected).telling("expected", expected);
        }
        var stored = rows.find(mutation.id());
        if (stored.isEmpty() && mutation.seq() == expected) {
            return Optional.empty();
        }
        if (stored.isEmpty() || !Arrays.equals(stored.get().hash(), mutation.hash())) {
            throw Refusal.because(SyncReason.FORKED);
        }
        if (mutation.seq() == expected) {
            devices.advance(device.id(), expected);
        }
        return stored.map(MutationRows.Stored::result);
    }

    private static boolean isOfTheQueue(Refusal refusal) {
        var reason = refusal.reason();
        return reason == SyncReason.FORKED
                || reason == SyncReason.EXPECTED
                || reason == SyncReason.UNKNOWN_DEVICE
                || reason == SyncReason.DEVICE_REVOKED;
    }
}
