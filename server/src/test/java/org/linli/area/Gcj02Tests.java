package org.linli.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.linli.shared.Point;

class Gcj02Tests {

    @Test
    void shiftsAKnownPlaceInKundulun() {
        var shifted = Gcj02.of(new Point(109.8382, 40.6420));
        assertThat(shifted.lon()).isCloseTo(109.84390742548811, within(1e-12));
        assertThat(shifted.lat()).isCloseTo(40.64314203608493, within(1e-12));
    }

    @Test
    void comesBackToWhereItStarted() {
        var random = new Random(1);
        for (var i = 0; i < 1000; i++) {
            var start = new Point(97 + 29 * random.nextDouble(), 37 + 16 * random.nextDouble());
            var back = Gcj02.of(start).toWgs84();
            assertThat(back.lon()).isCloseTo(start.lon(), within(1e-9));
            assertThat(back.lat()).isCloseTo(start.lat(), within(1e-9));
        }
    }
}
