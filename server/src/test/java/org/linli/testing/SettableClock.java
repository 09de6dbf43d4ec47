package org.linli.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A clock that stands still until a test moves it. */
public final class SettableClock extends Clock {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** A Monday morning in office hours. */
    public static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 9, 0);

    private volatile Instant now = START.atZone(ZONE).toInstant();

    public void set(LocalDateTime time) {
        now = time.atZone(ZONE).toInstant();
    }

    public void tick(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
