package org.linli.wearables.line;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.linli.wearables.WearablesSettings;
import org.springframework.stereotype.Component;

/**
 * How much one device may say (令牌桶): many messages at once, because a watch that was out of reach sends again what it
 * stored, and so many a second after that, whichever connections it uses.
 */
@Component
final class DevicePace {

    private static final int MANY = 10_000;

    /** When all that a device said would have been said at that pace; who is not behind has no entry for long. */
    private final ConcurrentHashMap<String, AtomicLong> until = new ConcurrentHashMap<>();

    private final AtomicLong swept = new AtomicLong();
    private final long apart;
    private final long ahead;

    DevicePace(WearablesSettings settings) {
        this.apart = TimeUnit.SECONDS.toNanos(1) / settings.pace();
        this.ahead = (settings.burst() - 1) * apart;
    }

    /**
     * Counts a message in, if it may be said now.
     *
     * @param now of the machine's running clock, in nanoseconds
     * @return how long it must wait, in nanoseconds; 0 when it was counted in
     */
    long take(String device, long now) {
        sweep(now);
        var known = until.get(device);
        var said = known == null ? until.computeIfAbsent(device, unused -> new AtomicLong(now)) : known;
        while (true) {
            var before = said.get();
            var from = Math.max(before, now);
            if (from - now > ahead) {
                return from - now - ahead;
            }
            if (said.compareAndSet(before, from + apart)) {
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
