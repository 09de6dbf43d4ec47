package org.linli.wearables.alarm;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Raises what only time tells of devices that are worn, and ends what passed by itself. */
@Component
class DeviceHealth {

    /** Watches report every few minutes; a day without a word is a dead battery or a watch in a drawer. */
    static final Duration SILENT = Duration.ofHours(24);

    /** Above it a battery that was low has been charged. */
    static final int CHARGED = 40;

    private static final int AT_ONCE = 500;

    private final HealthRows rows;
    private final Alarms alarms;
    private final LiveAlarms live;
    private final Clock clock;

    DeviceHealth(HealthRows rows, Alarms alarms, LiveAlarms live, Clock clock) {
        this.rows = rows;
        this.alarms = alarms;
        this.live = live;
        this.clock = clock;
    }

    /** @return how many alarms were raised or ended */
    @Transactional
    int look() {
        var now = clock.instant();
        var silent = rows.silent(now.minus(SILENT), now, AT_ONCE);
        alarms.raise(silent);
        var changed = silent.size() + rows.passHeardAgain(now) + rows.passCharged(CHARGED, now);
        if (changed > 0) {
            live.tellAfterCommit();
        }
        return changed;
    }
}
