package org.linli.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Gives the demo district a past: what runs inside {@link #ago} reads a clock that was set back. Nothing else uses it. */
public final class DemoPast {

    private static final ScopedValue<Duration> BACK = ScopedValue.newInstance();

    private DemoPast() {}

    public static void ago(Duration back, Runnable what) {
        ScopedValue.where(BACK, back).run(what);
    }

    /** The house's clock: the given one, set back inside {@link #ago}. */
    public static Clock over(Clock clock) {
        return new Shifted(clock);
    }

    private static final class Shifted extends Clock {

        private final Clock clock;

        Shifted(Clock clock) {
            this.clock = clock;
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new Shifted(clock.withZone(zone));
        }

        @Override
        public Instant instant() {
            var now = clock.instant();
            return BACK.isBound() ? now.minus(BACK.get()) : now;
        }
    }
}
