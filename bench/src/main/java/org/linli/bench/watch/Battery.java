package org.linli.bench.watch;

import java.time.Duration;

/** A battery that lasts half a day and is charged, at home, when it is nearly empty. */
final class Battery {

    private static final double USED_A_MINUTE = 0.12;
    private static final double CHARGED_A_MINUTE = 1.5;
    private static final int LOW = 15;
    private static final int FULL = 98;

    private double percent;
    private boolean charging;

    Battery(double percent) {
        this.percent = percent;
    }

    void pass(Duration time, boolean atHome) {
        var minutes = time.toMillis() / 60_000.0;
        charging = atHome && (charging ? percent < FULL : percent < LOW + 10);
        percent = Math.clamp(percent + minutes * (charging ? CHARGED_A_MINUTE : -USED_A_MINUTE), 1, 100);
    }

    int percent() {
        return (int) percent;
    }

    boolean isLow() {
        return percent < LOW;
    }
}
