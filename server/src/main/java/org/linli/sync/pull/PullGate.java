package org.linli.sync.pull;

import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.linli.shared.Refusal;
import org.linli.sync.SyncReason;
import org.linli.sync.SyncSettings;
import org.springframework.stereotype.Component;

/** Lets so many pulls in at once that the rest of the house goes on working when every phone wakes at half past eight. */
@Component
class PullGate {

    private static final int LONGEST_WAIT = 15;

    private final Semaphore places;
    private final long patience;

    PullGate(SyncSettings settings) {
        this.places = new Semaphore(settings.pullsAtOnce(), true);
        this.patience = settings.pullPatience().toMillis();
    }

    /** @throws Refusal {@link SyncReason#TOO_MANY_PULLS} with seconds to wait, drawn so that phones do not come back together */
    <T> T pass(Supplier<T> pull) {
        if (!enters()) {
            throw Refusal.because(
                    SyncReason.TOO_MANY_PULLS, ThreadLocalRandom.current().nextInt(1, LONGEST_WAIT + 1));
        }
        try {
            return pull.get();
        } finally {
            places.release();
        }
    }

    private boolean enters() {
        try {
            return places.tryAcquire(patience, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
