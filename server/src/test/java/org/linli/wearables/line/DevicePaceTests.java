package org.linli.wearables.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.linli.wearables.WearablesSettings;

class DevicePaceTests {

    private static final long NOW = 5_000_000_000L;
    private static final long TENTH = TimeUnit.MILLISECONDS.toNanos(100);

    private static final int BURST = 600;

    private final DevicePace pace = new DevicePace(new WearablesSettings(
            -1, -1, "127.0.0.1", 10, Duration.ofMinutes(10), BURST, 10, 1, 500, Duration.ofMillis(20), 20_000));

    @Test
    void letsAWatchSendAgainWhatItStoredAndThenTenASecond() {
        for (var n = 0; n < BURST; n++) {
            assertThat(pace.take("1", NOW)).isZero();
        }
        assertThat(pace.take("1", NOW)).isEqualTo(TENTH);
        assertThat(pace.take("1", NOW + TENTH)).isZero();
        assertThat(pace.take("1", NOW + TENTH)).isEqualTo(TENTH);
        assertThat(pace.take("2", NOW + TENTH)).as("another device").isZero();
        var later = NOW + TimeUnit.MINUTES.toNanos(2);
        for (var n = 0; n < BURST; n++) {
            assertThat(pace.take("1", later)).as("rested").isZero();
        }
    }

    @Test
    void remembersNobodyForLong() {
        for (var n = 0; n < 200_000; n++) {
            pace.take(Integer.toString(n), NOW + n * TENTH);
        }
        assertThat(pace.size()).isLessThan(11_000);
    }
}
