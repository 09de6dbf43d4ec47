package org.linli.wearables.batch;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.wearables.WearablesSettings;
import org.linli.wearables.alarm.LiveAlarms;
import org.linli.wearables.batch.Lane.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Stores what waits, batch after batch, and answers the devices after each commit. Ordinary messages go by their device, so
 * that each device's are stored in their order; a call for help has a lane of its own, where nothing waits before it and
 * nothing is waited for. While the database is away nothing is answered and nothing is dropped; the queues fill, and
 * connections are read no further.
 */
@Component
class Batches implements Gateway, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Calls for help that wait at most, which no flood of anything else takes the place of. */
    private static final int FOR_HELP = 2_000;

    private static final int CALLS_AT_ONCE = 50;

    private final StoringBatch storing;
    private final LiveAlarms live;
    private final List<Lane> ordinary;
    private final Lane urgent;

    Batches(StoringBatch storing, LiveAlarms live, WearablesSettings settings) {
        this.storing = storing;
        this.live = live;
        this.ordinary = IntStream.range(0, settings.lanes())
                .mapToObj(n ->
                        new Lane(settings.queue() / settings.lanes(), settings.batch(), settings.linger(), this::store))
                .toList();
        this.urgent = new Lane(FOR_HELP, CALLS_AT_ONCE, Duration.ZERO, this::store);
    }

    @Override
    public boolean take(Message message, Sender sender) {
        var lane = message.isUrgent()
                ? urgent
                : ordinary.get(Math.floorMod(message.device().hashCode(), ordinary.size()));
        return lane.offer(new Waiting(message, sender));
    }

    @Override
    public void start() {
        urgent.start("wearables-help");
        for (var n = 0; n < ordinary.size(); n++) {
            ordinary.get(n).start("wearables-" + n);
        }
    }

    @Override
    public void stop() {
        urgent.stop();
        ordinary.forEach(Lane::stop);
    }

    @Override
    public boolean isRunning() {
        return urgent.isRunning();
    }

    private void store(List<Waiting> batch) {
        while (isRunning()) {
            try {
                finish(batch, storing.store(batch.stream().map(Waiting::message).toList()));
                return;
            } catch (TransactionException | DataAccessResourceFailureException | TransientDataAccessException away) {
                LOG.warn(
                        "the database takes no messages of devices: {}",
                        away.getClass().getSimpleName());
                pause();
            } catch (RuntimeException poisoned) {
                storeEach(batch, poisoned);
                return;
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** One message among others cannot be stored: each is tried alone, and that one's connection is closed. */
    private void storeEach(List<Waiting> batch, RuntimeException failure) {
        if (batch.size() > 1) {
            for (var one : batch) {
                store(List.of(one));
            }
            return;
        }
        LOG.error("a message of a device cannot be stored", failure);
        tell(batch.getFirst(), false);
    }

    private void finish(List<Waiting> batch, StoringBatch.Stored stored) {
        for (var one : batch) {
            tell(one, stored.known().contains(one.message().device()));
        }
        if (stored.raised()) {
            live.tell();
        }
    }

    /** What is committed is committed, also where a line that broke meanwhile cannot be answered. */
    private static void tell(Waiting one, boolean known) {
        try {
            if (known) {
                one.message().answer().ifPresent(one.sender()::answer);
            } else {
                one.sender().refuse();
            }
        } catch (RuntimeException broken) {
            LOG.warn("a device was not answered", broken);
        }
    }
}
