package org.linli.bench.watch;

import java.time.Duration;

/**
 * A fleet as it is asked for.
 *
 * @param first number of the first watch; the others follow it
 * @param around where they live
 * @param every how long between two steps of a watch
 * @param length how long it goes on; zero: until it is stopped
 * @param betweenAlarms how long between two calls for help or falls of the whole fleet, on average; zero: there are none
 * @param seed of all that happens
 */
public record FleetWanted(
        int port,
        int watches,
        String first,
        Place around,
        Duration every,
        Duration length,
        Duration betweenAlarms,
        long seed) {

    public FleetWanted {
        if (!first.matches("\\d{10,15}")) {
            throw new IllegalArgumentException("A watch's number has 10 to 15 digits, not \"" + first + "\".");
        }
        if (watches < 1 || every.toSeconds() < 1) {
            throw new IllegalArgumentException("A fleet has at least one watch, and a step takes at least a second.");
        }
    }

    String number(int watch) {
        return ("%0" + first.length() + "d").formatted(Long.parseLong(first) + watch);
    }
}
