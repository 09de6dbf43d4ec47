package org.linli.wearables.line;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * How much one device may say (令牌桶): 600 messages at once, because a watch that was out of reach sends again what it
 * stored, and ten a second after that, whichever connections it uses.
 */
@Component
final class DevicePace {

    static final int BURST = 600;
    static final int A_SECOND = 10;

    private static final long APART = TimeUnit.SECONDS.toNanos(1) / A_SECOND;
    private static final long AHEAD = (BURST - 1) * APART;
    private static final int MANY = 10_000;

    /** When all that a device said would have been said at ten a second; who is not behind has no entry for long. */
    private final ConcurrentHashMap<String, AtomicLong> until = new ConcurrentHashMap<>();

    private final AtomicLong swept = new AtomicLong();

    /**
     * Counts a message in, if it may be said now.
     *
     * @param now of the machine's running clock, in nanoseconds
     * @return how long it must wait, in nanoseconds; 0 when it was counted in
     */
    long take(String device, long now) {
        sweep(now);
        var said = until.computeIfAbsent(device, unused -> new AtomicLong(now));
        while (true) {
            var known = said.get();
            var from = Math.max(known, now);
            if (from - now > AHEAD) {
                return from - now - AHEAD;
            }
            if (said.compareAndSet(known, from + APART)) {
                return 0;
            }
        }
    }

    /** How many devices are remembered. */
    int size() {
        return until.size();
    }

    private void sweep(long now) {
        var last = swept.get();
        if (until.mappingCount() > MANY && now - last > TimeUnit.SECONDS.toNanos(1) && swept.compareAndSet(last, now)) {
            until.values().removeIf(moment -> moment.get() - now <= 0);
        }
    }
}
