package org.linli.counter.errand;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How often one address, or anybody for one case, may ask: ten times in a minute, per process. */
@Component
class TryLimit {

    private static final int TRIES = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 50_000;

    private final ConcurrentHashMap<String, Tries> seen = new ConcurrentHashMap<>();

    private record Tries(Instant since, int count) {}

    boolean allows(String who, Instant now) {
        if (seen.size() > MOST_REMEMBERED) {
            seen.values().removeIf(tries -> isOver(tries, now));
        }
        var tries = seen.compute(
                who,
                (_, before) -> before == null || isOver(before, now)
                        ? new Tries(now, 1)
                        : new Tries(before.since(), before.count() + 1));
        return tries.count() <= TRIES;
    }

    private static boolean isOver(Tries tries, Instant now) {
        return Duration.between(tries.since(), now).abs().compareTo(WINDOW) >= 0;
    }
}
