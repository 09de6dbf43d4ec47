package org.linli.bench;

import java.time.Instant;

/**
 * The watches of a bench, counted from 0: what they are called, where they live, and what their clocks say. A clock never
 * says the same second twice, so that a reading is known by its watch and its time.
 */
final class Crowd {

    private static final long FIRST_NUMBER = 860_000_000_000_000L;

    /** Homes are 1e-4 degrees apart, in rows; about 10 m. */
    private static final int ROW = 480;

    private static final int STEP = 100;
    private static final int WEST = 109_800_000;
    private static final int SOUTH = 40_620_000;

    /** Where a watch is goes to and fro by this many millionths of a degree, inside its zone. */
    private static final int SWAY = 5;

    private static final int SWAYS = 40;

    private final int[] clocks;

    Crowd(int watches) {
        clocks = new int[watches];
    }

    int watches() {
        return clocks.length;
    }

    static long number(int watch) {
        return FIRST_NUMBER + watch;
    }

    /** The time of a watch's next reading, in seconds of the epoch. */
    int tick(int watch) {
        return clocks[watch] = (int) Math.max(Instant.now().getEpochSecond(), clocks[watch] + 1L);
    }

    /** In millionths of a degree, so is the latitude. */
    static int lon(int watch, int at) {
        return WEST + watch % ROW * STEP + at % SWAYS * SWAY;
    }

    static int lat(int watch) {
        return SOUTH + watch / ROW * STEP;
    }

    /** Homes in SQL, of the watch that is called {@code n} there. */
    static String lonInSql() {
        return "((%d + (n %% %d) * %d) / 1e6)".formatted(WEST, ROW, STEP);
    }

    static String latInSql() {
        return "((%d + (n / %d) * %d) / 1e6)".formatted(SOUTH, ROW, STEP);
    }

    static String numberInSql() {
        return "(%d + n)::text".formatted(FIRST_NUMBER);
    }
}
