package org.linli.wearables.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrackDaysTests {

    private static final int LON = 1_098_300_000;
    private static final int LAT = 406_500_000;

    private final TrackDays days = new TrackDays();

    /** The day is China's: 15:59 UTC is before midnight there, 16:00 is after it. */
    @Test
    void endAtMidnightInChina() {
        at("2026-03-01T15:59:00Z", LON, LAT);
        at("2026-03-01T16:00:00Z", LON, LAT);
        at("2026-03-01T16:01:00Z", LON, LAT);
        assertThat(days.days())
                .extracting(TrackDays.Day::day, TrackDays.Day::count)
                .containsExactly(tuple(LocalDate.of(2026, 3, 1), 1), tuple(LocalDate.of(2026, 3, 2), 2));
    }

    @Test
    void countNoMetresOfAWatchThatOnlySeemsToMove() {
        var dice = new Random(1);
        for (var minute = 0; minute < 59; minute++) {
            at("2026-03-01T01:%02d:00Z".formatted(minute), LON + dice.nextInt(2_000), LAT + dice.nextInt(2_000));
        }
        assertThat(days.days())
                .singleElement()
                .satisfies(day -> assertThat(day.metres()).isZero());
    }

    /** A hundredth of a degree to the north is 1,112 metres. */
    @Test
    void countTheMetresOfAWay() {
        for (var minute = 0; minute <= 20; minute++) {
            at("2026-03-01T01:%02d:00Z".formatted(minute), LON, LAT + minute * 5_000);
        }
        assertThat(days.days())
                .singleElement()
                .satisfies(day -> assertThat(day.metres()).isCloseTo(1_112, within(60L)));
    }

    @Test
    void areNoneWithoutASpot() {
        assertThat(days.days()).isEmpty();
    }

    private void at(String moment, int lon, int lat) {
        days.take(new Spot(Instant.parse(moment), lon, lat, OptionalInt.empty()));
    }
}
