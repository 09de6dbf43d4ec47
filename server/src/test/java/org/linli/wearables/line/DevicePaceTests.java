package org.linli.wearables.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DevicePaceTests {

    private static final long NOW = 5_000_000_000L;
    private static final long TENTH = TimeUnit.MILLISECONDS.toNanos(100);

    private final DevicePace pace = new DevicePace();

    @Test
    void letsAWatchSendAgainWhatItStoredAndThenTenASecond() {
        for (var n = 0; n < DevicePace.BURST; n++) {
            assertThat(pace.take("1", NOW)).isZero();
        }
        assertThat(pace.take("1", NOW)).isEqualTo(TENTH);
        assertThat(pace.take("1", NOW + TENTH)).isZero();
        assertThat(pace.take("1", NOW + TENTH)).isEqualTo(TENTH);
        assertThat(pace.take("2", NOW + TENTH)).as("another device").isZero();
        var later = NOW + TimeUnit.MINUTES.toNanos(2);
        for (var n = 0; n < DevicePace.BURST; n++) {
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
