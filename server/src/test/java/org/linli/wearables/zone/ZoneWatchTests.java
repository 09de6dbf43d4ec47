package org.linli.wearables.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.shared.Point;
import org.linli.wearables.AlarmKind;

class ZoneWatchTests {

    private static final double LAT = 40.65;
    private static final double LON = 109.83;
    private static final double NORTH = 1 / 111_195.0;
    private static final double EAST = NORTH / Math.cos(Math.toRadians(LAT));
    private static final double RADIUS = 200;
    private static final Instant START = Instant.parse("2026-03-02T04:00:00Z");

    @Test
    void leavesAtTheSecondFixBeyondTheMargin() {
        var watch = new Watch(both());
        watch.says(0, 0);
        watch.says(10, 240);
        assertThat(watch.raised).isEmpty();
        watch.says(20, 245);
        assertThat(watch.raised).containsExactly(AlarmKind.LEFT_ZONE);
        assertThat(watch.standing()).isEqualTo(new Standing(false, at(10), Optional.empty(), Optional.of(at(20))));
        watch.says(30, 600);
        assertThat(watch.raised).hasSize(1);
    }

    @Test
    void leavesAMinuteAfterAFixBeyondTheMarginOnceAnotherLiesHalfAsFar() {
        var watch = new Watch(both());
        watch.says(0, 0);
        watch.says(10, 235);
        watch.says(69, 216);
        assertThat(watch.raised).isEmpty();
        watch.says(70, 216);
        assertThat(watch.raised).containsExactly(AlarmKind.LEFT_ZONE);
    }

    @Test
    void takesNoFixNearTheEdgeForLeavingAndOneBackThereForAMistake() {
        var watch = new Watch(both());
        watch.says(0, 0);
        for (var seconds = 10; seconds < 600; seconds += 10) {
            watch.says(seconds, seconds % 20 == 0 ? 229 : 250);
            watch.says(seconds + 5, 214);
        }
        assertThat(watch.raised).isEmpty();
    }

    @Test
    void isBackInsideTheEdgeWithinTwoFixesAlsoForWhoeverLivesCloseToIt() {
        var watch = new Watch(both());
        watch.says(0, 0);
        watch.says(10, 300);
        watch.says(20, 300);
        watch.says(30, 195);
        watch.says(40, 205);
        watch.says(50, 195);
        assertThat(watch.raised).containsExactly(AlarmKind.LEFT_ZONE);
        watch.says(60, 192);
        assertThat(watch.raised).containsExactly(AlarmKind.LEFT_ZONE, AlarmKind.ENTERED_ZONE);
    }

    @Test
    void changesNothingWhileSomebodyStaysWhereTheyAre() {
        var zone = both();
        var first = ZoneWatch.follow(zone, START, LON, LAT);
        assertThat(first.changed()).isTrue();
        var second = ZoneWatch.follow(first.zone(), at(60), LON + 20 * EAST, LAT);
        assertThat(second.changed()).isFalse();
        assertThat(second.zone()).isSameAs(first.zone());
    }

    @Test
    void tellsOnceOfWhoeverIsFoundOutside() {
        var watch = new Watch(both());
        watch.says(0, 900);
        assertThat(watch.raised).isEmpty();
        for (var seconds = 60; seconds < 600; seconds += 60) {
            watch.says(seconds, 900);
        }
        assertThat(watch.raised).containsExactly(AlarmKind.LEFT_ZONE);
    }

    @Test
    void isSilentOfWhoeverIsFoundWhereTheyShouldBe() {
        var inside = new Watch(both());
        var outside = new Watch(zone(false, true, Optional.empty()));
        for (var seconds = 0; seconds < 600; seconds += 60) {
            inside.says(seconds, 50);
            outside.says(seconds, 900);
        }
        assertThat(inside.raised).isEmpty();
        assertThat(outside.raised).isEmpty();
    }

    @Test
    void raisesOnlyWhatItIsDrawnFor() {
        var leaving = new Watch(zone(true, false, Optional.empty()));
        var entering = new Watch(zone(false, true, Optional.empty()));
        for (var watch : List.of(leaving, entering)) {
            for (var place : new double[] {0, 0, 900, 900, 0, 0, 900, 900, 0, 0}) {
                watch.says(watch.fixes * 60, place);
            }
        }
        assertThat(leaving.raised).containsExactly(AlarmKind.LEFT_ZONE, AlarmKind.LEFT_ZONE);
        assertThat(entering.raised)
                .as("found in a place to keep away from, and twice come back")
                .containsExactly(AlarmKind.ENTERED_ZONE, AlarmKind.ENTERED_ZONE, AlarmKind.ENTERED_ZONE);
    }

    /** Out since the afternoon, watched from ten at night until six in the morning. */
    @Test
    void tellsOfWhoeverIsOutWhenItsHoursBeginOnceANight() {
        var nights = new Schedule(Schedule.EVERY_DAY, LocalTime.of(22, 0), LocalTime.of(6, 0));
        var watch = new Watch(zone(true, true, Optional.of(nights)));
        watch.says(local("2026-03-02T15:00"), 0);
        watch.says(local("2026-03-02T16:00"), 900);
        watch.says(local("2026-03-02T17:00"), 900);
        watch.says(local("2026-03-02T21:59"), 900);
        assertThat(watch.raised).isEmpty();
        assertThat(watch.standing().inside()).as("followed all the same").isFalse();
        watch.says(local("2026-03-02T22:01"), 900);
        assertThat(watch.raised).containsExactly(AlarmKind.LEFT_ZONE);
        watch.says(local("2026-03-03T00:01"), 900);
        watch.says(local("2026-03-03T05:59"), 900);
        watch.says(local("2026-03-03T12:00"), 900);
        assertThat(watch.raised).hasSize(1);
        watch.says(local("2026-03-03T22:00"), 900);
        watch.says(local("2026-03-04T01:00"), 900);
        assertThat(watch.raised).as("another night").hasSize(2);
        watch.says(local("2026-03-04T02:00"), 0);
        watch.says(local("2026-03-04T02:01"), 0);
        assertThat(watch.raised.getLast()).isEqualTo(AlarmKind.ENTERED_ZONE);
    }

    @Test
    void doesNotTellOfWhoeverHasJustComeHomeWhenItsHoursBegin() {
        var nights = new Schedule(Schedule.EVERY_DAY, LocalTime.of(22, 0), LocalTime.of(6, 0));
        var watch = new Watch(zone(true, false, Optional.of(nights)));
        watch.says(local("2026-03-02T16:00"), 900);
        watch.says(local("2026-03-02T17:00"), 900);
        watch.says(local("2026-03-02T22:01"), 20);
        watch.says(local("2026-03-02T22:02"), 20);
        assertThat(watch.raised).isEmpty();
    }

    @Test
    void raisesOneAlarmForTwentyFixesThatJitterAcrossTheEdge() {
        for (var kind : List.of(both(), zone(true, false, Optional.empty()), zone(false, true, Optional.empty()))) {
            for (var start : new double[] {150, 204, 300}) {
                var watch = new Watch(kind);
                watch.says(0, start);
                watch.says(10, start);
                var before = watch.raised.size();
                for (var n = 2; n < 22; n++) {
                    watch.says(n * 10, n % 2 == 0 ? 196 : 204);
                }
                assertThat(watch.raised.size() - before).isLessThanOrEqualTo(1);
            }
        }
    }

    /** Somebody sits on the edge for an hour, and their watch is off by 4 to 10 m in each direction. */
    @ParameterizedTest
    @ValueSource(ints = {4, 6, 8, 10})
    void raisesOneAlarmAtMostForWhoeverSitsOnTheEdge(int sigma) {
        for (var seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var watch = new Watch(both());
            watch.says(0, seed % 2 == 0 ? 100 : 400);
            watch.says(1, seed % 2 == 0 ? 100 : 400);
            var before = watch.raised.size();
            for (var n = 1; n <= 120; n++) {
                watch.says(n * 30, sigma * random.nextGaussian(), RADIUS + sigma * random.nextGaussian());
            }
            assertThat(watch.raised.size() - before).as("seed %s", seed).isLessThanOrEqualTo(1);
        }
    }

    /** Out of the zone, about, and home again, at a walk, however noisy and however often the watch speaks. */
    @ParameterizedTest
    @ValueSource(ints = {5, 20, 60, 120})
    void raisesOneAlarmOnTheWayOutAndOneOnTheWayBack(int every) {
        for (var seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var sigma = 4 + random.nextInt(7);
            var watch = new Watch(both());
            var bearing = random.nextDouble() * 2 * Math.PI;
            for (var seconds = 0; seconds < 3_600; seconds += every) {
                var away = Math.max(0, Math.min(seconds, 3_000 - seconds)) * 0.9;
                watch.says(
                        seconds,
                        away * Math.cos(bearing) + sigma * random.nextGaussian(),
                        away * Math.sin(bearing) + sigma * random.nextGaussian());
            }
            assertThat(watch.raised).as("seed %s", seed).containsExactly(AlarmKind.LEFT_ZONE, AlarmKind.ENTERED_ZONE);
        }
    }

    /** Wanders in and out of a horseshoe with a watch as good as most are under the open sky. */
    @ParameterizedTest
    @ValueSource(ints = {4, 6})
    void neverRaisesMoreAlarmsThanThereWereCrossings(int sigma) {
        var shoe = ZoneGroundTests.polygon(0, 0, 600, 0, 600, 600, 400, 600, 400, 200, 200, 200, 200, 600, 0, 600);
        var raisedInAll = 0;
        for (var seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var watch = new Watch(new WatchedZone(1, "家", shoe, true, true, Optional.empty(), Optional.empty()));
            double east = 100;
            double north = 100;
            var crossings = 0;
            var bearing = 0.0;
            for (var seconds = 0; seconds < 7_200; seconds++) {
                bearing += 0.05 * random.nextGaussian();
                var inside = ZoneGroundTests.depth(shoe, east, north) >= 0;
                east = Math.clamp(east + Math.cos(bearing), -300.0, 900.0);
                north = Math.clamp(north + Math.sin(bearing), -300.0, 900.0);
                crossings += inside == ZoneGroundTests.depth(shoe, east, north) >= 0 ? 0 : 1;
                if (seconds % 30 == 0) {
                    var before = watch.raised.size();
                    watch.says(seconds, east + sigma * random.nextGaussian(), north + sigma * random.nextGaussian());
                    if (watch.raised.size() > before && watch.raised.getLast() == AlarmKind.LEFT_ZONE) {
                        assertThat(ZoneGroundTests.depth(shoe, east, north))
                                .as("nobody who is inside has left; seed %s", seed)
                                .isNegative();
                    }
                }
            }
            raisedInAll += watch.raised.size();
            assertThat(watch.raised.size()).as("seed %s", seed).isLessThanOrEqualTo(crossings);
        }
        assertThat(raisedInAll).as("they did wander").isGreaterThan(200);
    }

    private static WatchedZone both() {
        return zone(true, true, Optional.empty());
    }

    private static WatchedZone zone(boolean leaving, boolean entering, Optional<Schedule> schedule) {
        var ground = ZoneGround.around(new Point(LON, LAT), RADIUS);
        return new WatchedZone(1, "家", ground, leaving, entering, schedule, Optional.empty());
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    private static Instant local(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    /** A watch and what its zone raised. */
    private static final class Watch {
        private WatchedZone zone;
        private final List<AlarmKind> raised = new ArrayList<>();
        private int fixes;

        Watch(WatchedZone zone) {
            this.zone = zone;
        }

        void says(long seconds, double north) {
            says(seconds, 0, north);
        }

        void says(long seconds, double east, double north) {
            says(at(seconds), east, north);
        }

        void says(Instant at, double north) {
            says(at, 0, north);
        }

        private void says(Instant at, double east, double north) {
            fixes++;
            var step = ZoneWatch.follow(zone, at, LON + east * EAST, LAT + north * NORTH);
            zone = step.zone();
            step.raised().ifPresent(raised::add);
        }

        Standing standing() {
            return zone.standing().orElseThrow();
        }
    }
}
