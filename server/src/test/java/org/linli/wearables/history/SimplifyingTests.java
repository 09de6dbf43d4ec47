package org.linli.wearables.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimplifyingTests {

    private static final Instant MORNING = Instant.parse("2026-03-01T00:00:00Z");
    private static final int LON = 1_098_300_000;
    private static final int LAT = 406_500_000;

    @ParameterizedTest
    @ValueSource(ints = {10, 13, 16, 18})
    void movesNothingByMoreThanAPixelAtAnyMoment(int zoom) {
        var walk = aWalk(5_000, 42);
        var kept = Simplifying.at(zoom, walk);
        assertThat(kept).startsWith(walk.getFirst()).endsWith(walk.getLast());
        assertThat(walk).allSatisfy(spot -> assertThat(beside(spot, kept, zoom)).isLessThanOrEqualTo(1));
    }

    @Test
    void keepsLessTheFartherAwayOneLooks() {
        var walk = aWalk(5_000, 7);
        var near = Simplifying.at(18, walk).size();
        var far = Simplifying.at(12, walk).size();
        assertThat(far).isLessThan(near / 10);
        assertThat(near).isLessThan(walk.size());
    }

    @Test
    void leavesTheEndsOfAStraightWayAtAnEvenPace() {
        var way = IntStream.range(0, 500)
                .mapToObj(n -> spot(n * 5, LON + n * 200, LAT))
                .toList();
        assertThat(Simplifying.at(18, way)).containsExactly(way.getFirst(), way.getLast());
    }

    /** In space alone the stop would lie on the line and vanish. */
    @Test
    void keepsAStopOnAStraightWay() {
        var way = new ArrayList<Spot>();
        for (var n = 0; n < 300; n++) {
            way.add(spot(n * 10, LON + Math.min(n, 100) * 200 + Math.max(0, n - 200) * 200, LAT));
        }
        assertThat(Simplifying.at(18, way)).contains(way.get(100), way.get(200)).hasSizeLessThan(10);
    }

    @Test
    void leavesShortStretchesAsTheyAre() {
        assertThat(Simplifying.at(3, List.of())).isEmpty();
        var two = List.of(spot(0, LON, LAT), spot(0, LON, LAT));
        assertThat(Simplifying.at(3, two)).isEqualTo(two);
    }

    private static double beside(Spot spot, List<Spot> kept, int zoom) {
        var after = 1;
        while (kept.get(after).at().isBefore(spot.at())) {
            after++;
        }
        var from = kept.get(after - 1);
        var to = kept.get(after);
        var part = (double) (spot.at().toEpochMilli() - from.at().toEpochMilli())
                / (to.at().toEpochMilli() - from.at().toEpochMilli());
        var x = Simplifying.x(from, zoom) + part * (Simplifying.x(to, zoom) - Simplifying.x(from, zoom));
        var y = Simplifying.y(from, zoom) + part * (Simplifying.y(to, zoom) - Simplifying.y(from, zoom));
        return Math.hypot(Simplifying.x(spot, zoom) - x, Simplifying.y(spot, zoom) - y);
    }

    /** Turns now and then, and stands now and then. */
    private static List<Spot> aWalk(int spots, long seed) {
        var dice = new Random(seed);
        var walk = new ArrayList<Spot>();
        double lon = LON;
        double lat = LAT;
        double way = 0;
        for (var n = 0; n < spots; n++) {
            way += dice.nextGaussian() / 4;
            var pace = n / 200 % 3 == 2 ? 0 : 120 * dice.nextDouble();
            lon += pace * Math.cos(way);
            lat += pace * Math.sin(way);
            walk.add(spot(n * 10, (int) lon, (int) lat));
        }
        return walk;
    }

    private static Spot spot(int second, int lon, int lat) {
        return new Spot(MORNING.plusSeconds(second), lon, lat, OptionalInt.empty());
    }
}
