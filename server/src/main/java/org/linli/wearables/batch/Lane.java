package org.linli.wearables.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A queue of messages and the one thread that stores them, batch after batch. */
final class Lane {

    /** A message and whoever waits for its answer. */
    record Waiting(Message message, Sender sender) {}

    private final LinkedBlockingQueue<Waiting> queue;
    private final int batch;
    private final Duration linger;
    private final Consumer<List<Waiting>> store;
    private volatile @Nullable Thread worker;

    /**
     * @param most how many messages wait at most
     * @param batch how many share a transaction at most
     * @param linger how long a batch waits for more
     */
    Lane(int most, int batch, Duration linger, Consumer<List<Waiting>> store) {
        this.queue = new LinkedBlockingQueue<>(most);
        this.batch = batch;
        this.linger = linger;
        this.store = store;
    }

    /** @return false when it is full */
    boolean offer(Waiting waiting) {
        return queue.offer(waiting);
    }

    void start(String name) {
        // It works while it is the worker, so it is that before it starts.
        var starting = Thread.ofPlatform().name(name).daemon().unstarted(this::work);
        worker = starting;
        starting.start();
    }

    /** What waits has not been answered; its devices send it again. */
    void stop() {
        var ending = worker;
        if (ending == null) {
            return;
        }
        worker = null;
        ending.interrupt();
        try {
            ending.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isRunning() {
        return worker != null;
    }

    private void work() {
        while (isRunning()) {
            try {
                store.accept(next());
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    private List<Waiting> next() throws InterruptedException {
        var taken = new ArrayList<Waiting>();
        taken.add(queue.take());
        var end = System.nanoTime() + linger.toNanos();
        while (taken.size() < batch) {
            if (queue.drainTo(taken, batch - taken.size()) > 0) {
                continue;
            }
            var one = queue.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (one == null) {
                break;
            }
            taken.add(one);
        }
        return taken;
    }
}
