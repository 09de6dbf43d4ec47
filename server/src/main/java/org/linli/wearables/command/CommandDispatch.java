package org.linli.wearables.command;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.linli.wearables.line.Lines;
import org.linli.wearables.line.OrderDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Brings orders to devices that are connected to this process: at once when both are here, within a second when the order was
 * given in another process, and otherwise when the device connects. What nobody answers in time expires.
 */
@Component
class CommandDispatch implements OrderDesk, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CommandDispatch.class);
    private static final int AT_A_TIME = 1_000;

    private final CommandRows rows;
    private final Lines lines;
    private final Clock clock;
    private final Queue<String> connected = new ConcurrentLinkedQueue<>();
    private volatile boolean running;
    private ScheduledExecutorService desk = newDesk();

    CommandDispatch(CommandRows rows, Lines lines, Clock clock) {
        this.rows = rows;
        this.lines = lines;
        this.clock = clock;
    }

    void lookAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                later(CommandDispatch.this::look);
            }
        });
    }

    @Override
    public void connected(String device) {
        connected.add(device);
    }

    @Override
    public void sent(UUID order) {
        later(() -> rows.sent(order, clock.instant()));
    }

    @Override
    public void answered(UUID order, boolean done) {
        later(() -> rows.answered(order, done, clock.instant()));
    }

    @Override
    public void start() {
        running = true;
        desk.scheduleWithFixedDelay(() -> safely(this::look), 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        desk.shutdownNow();
        desk = newDesk();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void look() {
        rows.expire(clock.instant());
        tell(rows.fresh(clock.instant()));
        for (var devices = next(); !devices.isEmpty(); devices = next()) {
            try {
                tell(rows.dueFor(devices, clock.instant()));
            } catch (RuntimeException away) {
                connected.addAll(devices);
                throw away;
            }
        }
    }

    private List<String> next() {
        var devices = new ArrayList<String>();
        while (devices.size() < AT_A_TIME && connected.peek() != null) {
            devices.add(connected.poll());
        }
        return devices;
    }

    private void tell(List<CommandRows.Due> due) {
        for (var one : due) {
            lines.tell(one.device(), one.id(), one.form().order());
        }
    }

    private void later(Runnable work) {
        try {
            desk.execute(() -> safely(work));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("an order is left to the next start");
        }
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | CannotCreateTransactionException away) {
            LOG.warn("orders to devices wait: {}", away.getClass().getSimpleName());
        } catch (RuntimeException unforeseen) {
            LOG.error("an order to a device could not be brought", unforeseen);
        }
    }

    private static ScheduledExecutorService newDesk() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("wearables-orders").factory());
    }
}
