package org.linli.counter.paper;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** How many checks a network address asked for in the running minute; beyond the limit it waits. */
@Component
final class CheckPace {

    private static final int MOST_ADDRESSES = 20_000;

    private final Map<String, Integer> counts = new HashMap<>();
    private final int limit;
    private final Clock clock;
    private long minute;

    CheckPace(PaperSettings settings, Clock clock) {
        this.limit = settings.checksPerMinute();
        this.clock = clock;
    }

    synchronized void count(String address) {
        var now = clock.millis() / 60_000;
        if (now != minute || counts.size() >= MOST_ADDRESSES) {
            counts.clear();
            minute = now;
        }
        if (counts.merge(address, 1, Integer::sum) > limit) {
            throw Refusal.because(PaperReason.PAPER_CHECKS_TOO_MANY);
        }
    }
}
