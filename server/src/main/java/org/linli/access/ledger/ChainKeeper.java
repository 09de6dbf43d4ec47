package org.linli.access.ledger;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Chains what was written, a few times a second while there is something to chain; one thread for all chains. */
@Component
class ChainKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChainKeeper.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    /** Rows of other processes, and of transactions that were still open, are looked for this often. */
    private static final int ROUNDS_WITHOUT_NEWS = 10;

    private final List<SealedChain> chains;
    private @Nullable CountDownLatch stopping;
    private @Nullable Thread thread;

    ChainKeeper(Chains chains) {
        this.chains = chains.all();
    }

    @Override
    public synchronized void start() {
        var latch = new CountDownLatch(1);
        stopping = latch;
        thread = Thread.ofPlatform().name("chain-keeper").daemon().start(() -> keep(latch));
    }

    /** Lets the round in progress finish, then chains what is left. */
    @Override
    public synchronized void stop() {
        if (stopping == null || thread == null) {
            return;
        }
        stopping.countDown();
        try {
            thread.join(STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
        chains.forEach(this::extend);
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void keep(CountDownLatch end) {
        try {
            for (var round = 0; !end.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS); round++) {
                for (var chain : chains) {
                    if (chain.takeWritten() || round % ROUNDS_WITHOUT_NEWS == 0) {
                        extend(chain);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void extend(SealedChain chain) {
        try {
            while (chain.extend() > 0) {
                // until nothing is left
            }
        } catch (RuntimeException e) {
            LOG.warn("chain {} was not extended; it will be tried again", chain.name(), e);
        }
    }
}
