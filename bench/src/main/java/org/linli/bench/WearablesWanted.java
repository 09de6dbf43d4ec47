package org.linli.bench;

import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How large a bench of wearables is, from the command line.
 *
 * @param devices registered watches that speak
 * @param zones how many of them have a safe zone
 * @param sockets over which they speak
 * @param window heart beats of a socket that may wait for their answer
 * @param time of the measurement at full speed
 * @param warmUp before it
 * @param days of history that are stored before
 * @param readingsADay of that history
 * @param presses calls for help that are timed, idle and under load each
 * @param connections that are held open without a word
 * @param profile whether the full speed is recorded
 * @param phases which are measured: readings, sos, devices, days, idle
 */
record WearablesWanted(
        int devices,
        int zones,
        int sockets,
        int window,
        Duration time,
        Duration warmUp,
        int days,
        int readingsADay,
        int presses,
        int connections,
        boolean profile,
        Set<String> phases) {

    private static final String ALL = "readings,sos,devices,days,idle";

    static WearablesWanted of(Settings settings) {
        var devices = settings.number("devices", 230_000);
        return new WearablesWanted(
                devices,
                settings.number("zones", (int) (devices * 50_000L / 230_000)),
                Math.min(devices, settings.number("sockets", 2_000)),
                settings.number("window", 1),
                Duration.ofSeconds(settings.number("seconds", 60)),
                Duration.ofSeconds(settings.number("warm-up", Math.min(20, settings.number("seconds", 60)))),
                settings.number("days", 1),
                settings.number("readings-a-day", Math.min(500_000, devices * 3)),
                settings.number("presses", 200),
                Math.min(devices, settings.number("connections", 15_000)),
                settings.words().contains("--profile"),
                Set.of(settings.text("phases").orElse(ALL).split(",")));
    }

    boolean measures(String phase) {
        return phases.contains(phase);
    }

    /** A point of a curve is measured for a sixth of the time. */
    Duration shortTime() {
        return Duration.ofSeconds(Math.max(2, time.toSeconds() / 6));
    }

    /** Up to as many as there are. */
    int[] deviceCurve() {
        return IntStream.concat(
                        IntStream.of(1_000, 10_000, 100_000).filter(count -> count < devices), IntStream.of(devices))
                .toArray();
    }
}
