package org.linli.bench.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WatchTests {

    private static final Place HOME = new Place(109.8265, 40.6505);
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final Instant MORNING = Instant.parse("2026-11-30T00:00:00Z");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("ddMMyy,HHmmss").withZone(ZoneOffset.UTC);
    private static final int STEPS = 20_000;

    /** Metres to the farthest corner of its streets, and what a fix may be off. */
    private static final double FARTHEST = 6 * 90 * Math.sqrt(2) + 30;

    private final List<String> all = new ArrayList<>();

    @Test
    void livesTheSameDaysFromTheSameSeed() {
        assertThat(days(1)).isEqualTo(days(1)).isNotEqualTo(days(2));
    }

    @Test
    void saysAllThatAWatchSays() {
        all.addAll(days(3));
        assertThat(all).anyMatch(said -> said.startsWith("UD,") && said.contains(",A,"));
        assertThat(all).anyMatch(said -> said.startsWith("UD,") && said.contains(",V,0.000000,N,0.000000,E,"));
        assertThat(all).anyMatch(said -> said.startsWith("UD2,"));
        assertThat(all).anyMatch(said -> said.matches("LK,\\d+,0,\\d{1,3}"));
        assertThat(all).anyMatch(said -> said.matches("bphrt,\\d{2,3},\\d{2,3},\\d{2,3},,,,"));
        assertThat(all).anyMatch(said -> said.matches("oxygen,0,\\d{2}"));
        assertThat(all).anyMatch(said -> said.matches("btemp2,1,3\\d\\.\\d"));
    }

    @Test
    void staysInTheStreetsAroundItsHomeAndDoesNotJump() {
        Place before = HOME;
        var beforeAt = 0;
        var step = 0;
        var watch = watch(4);
        for (; step < STEPS; step++) {
            for (var said : watch.live(at(step))) {
                var words = said.split(",");
                if (said.startsWith("UD,") && words[3].equals("A")) {
                    var place = new Place(Double.parseDouble(words[6]), Double.parseDouble(words[4]));
                    assertThat(metres(HOME, place)).isLessThan(FARTHEST);
                    assertThat(metres(before, place))
                            .isLessThan((step - beforeAt + 1) * 4.5 / 3.6 * EVERY.toSeconds() + 40);
                    before = place;
                    beforeAt = step;
                }
            }
        }
    }

    /** What was kept without a signal comes first, in its order, with the times it was kept at. */
    @Test
    void saysAgainWhatItKept() {
        var watch = watch(5);
        var kept = new ArrayList<String>();
        for (var step = 0; step < STEPS; step++) {
            var said = watch.live(at(step));
            if (watch.isReachable()) {
                var again = said.stream()
                        .limit(kept.size())
                        .map(one -> one.substring(0, "UD2,ddMMyy,HHmmss".length()))
                        .toList();
                assertThat(again).isEqualTo(kept);
                assertThat(said.stream().filter(one -> one.startsWith("UD2,"))).hasSize(kept.size());
                all.addAll(again);
                kept.clear();
            } else {
                assertThat(said).isEmpty();
                kept.add("UD2," + MOMENT.format(at(step)));
            }
        }
        assertThat(all).isNotEmpty();
    }

    @Test
    void callsWithTheStatusOfItsCall() {
        assertThat(watch(6).pressForHelp(MORNING))
                .startsWith("AL,301126,000000,")
                .endsWith(",00010000");
        assertThat(watch(6).fall(MORNING)).endsWith(",00200000");
        assertThat(WatchText.frame("000000000001101", "LK,0,0,87")).isEqualTo("[3G*000000000001101*0009*LK,0,0,87]");
    }

    private static List<String> days(int seed) {
        var watch = watch(seed);
        var said = new ArrayList<String>();
        for (var step = 0; step < STEPS; step++) {
            said.addAll(watch.live(at(step)));
        }
        return said;
    }

    private static Watch watch(int seed) {
        return new Watch("000000000001101", HOME, EVERY, new Random(seed));
    }

    private static Instant at(int step) {
        return MORNING.plus(EVERY.multipliedBy(step));
    }

    private static double metres(Place a, Place b) {
        var east = (b.lon() - a.lon()) * 111_195 * Math.cos(Math.toRadians(a.lat()));
        return Math.hypot(east, (b.lat() - a.lat()) * 111_195);
    }
}
