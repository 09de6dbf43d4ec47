package org.linli.wearables.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.linli.wearables.WearablesSettings;
import org.linli.wearables.alarm.LiveAlarms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Stores what waits, batch after batch, and answers the devices after each commit. A call for help goes before everything
 * that waits and does not wait for company. While the database is away nothing is answered and nothing is dropped; the
 * queue fills, and connections are read no further.
 */
@Component
class Batches implements Gateway, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Places that only calls for help take, so that no flood keeps them out. */
    private static final int FOR_HELP = 2_000;

    /** A message and whoever waits for its answer. */
    record Waiting(Message message, Sender sender) {}

    private final StoringBatch storing;
    private final LiveAlarms live;
    private final WearablesSettings settings;
    private final LinkedBlockingDeque<Waiting> queue;
    private volatile boolean running;
    private @Nullable Thread worker;

    Batches(StoringBatch storing, LiveAlarms live, WearablesSettings settings) {
        this.storing = storing;
        this.live = live;
        this.settings = settings;
        this.queue = new LinkedBlockingDeque<>(settings.queue() + FOR_HELP);
    }

    @Override
    public boolean take(Message message, Sender sender) {
        var waiting = new Waiting(message, sender);
        if (message.isUrgent()) {
            return queue.offerFirst(waiting);
        }
        return queue.size() < settings.queue() && queue.offerLast(waiting);
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofPlatform().name("wearables-batch").daemon().start(this::work);
    }

    /** What waits has not been answered; its devices send it again. */
    @Override
    public void stop() {
        running = false;
        var ending = worker;
        if (ending != null) {
            ending.interrupt();
            try {
                ending.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                store(next());
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException unforeseen) {
                LOG.error("a batch of messages was lost; their devices were not answered", unforeseen);
            }
        }
    }

    private List<Waiting> next() throws InterruptedException {
        var batch = new ArrayList<Waiting>();
        var one = queue.takeFirst();
        var end = System.nanoTime() + settings.linger().toNanos();
        while (one != null) {
            batch.add(one);
            if (batch.size() == settings.batch() || one.message().isUrgent()) {
                break;
            }
            one = queue.pollFirst(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
        return batch;
    }

    private void store(List<Waiting> batch) throws InterruptedException {
        while (running) {
            try {
                finish(batch, storing.store(batch.stream().map(Waiting::message).toList()));
                return;
            } catch (CannotCreateTransactionException
                    | DataAccessResourceFailureException
                    | TransientDataAccessException away) {
                LOG.warn(
                        "the database takes no messages of devices: {}",
                        away.getClass().getSimpleName());
                Thread.sleep(PAUSE);
            } catch (RuntimeException poisoned) {
                storeEach(batch, poisoned);
                return;
            }
        }
    }

    /** One message among others cannot be stored: each is tried alone, and that one's connection is closed. */
    private void storeEach(List<Waiting> batch, RuntimeException failure) throws InterruptedException {
        if (batch.size() > 1) {
            for (var one : batch) {
                store(List.of(one));
            }
            return;
        }
        LOG.error("a message of a device cannot be stored", failure);
        batch.getFirst().sender().refuse();
    }

    private void finish(List<Waiting> batch, StoringBatch.Stored stored) {
        for (var one : batch) {
            if (stored.known().contains(one.message().device())) {
                one.message().answer().ifPresent(one.sender()::answer);
            } else {
                one.sender().refuse();
            }
        }
        if (stored.raised()) {
            live.tell();
        }
    }
}
