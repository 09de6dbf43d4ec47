package org.linli.bench.watch;

import java.util.Random;

/** A walk through the streets around a home: along one, around a corner, never far, and at last back. */
final class Walk {

    /** Metres between two corners. */
    private static final int BLOCK = 90;

    /** Corners from home in either direction. */
    private static final int REACH = 6;

    /** Metres by which a fix is off. */
    private static final double NOISE = 3;

    private final Place home;
    private final Random random;
    private double east;
    private double north;
    private int cornerEast;
    private int cornerNorth;
    private int course;
    private boolean homeward;

    Walk(Place home, Random random) {
        this.home = home;
        this.random = random;
    }

    void goOn(double metres) {
        for (var left = metres; left > 0; ) {
            var toEast = cornerEast * BLOCK - east;
            var toNorth = cornerNorth * BLOCK - north;
            if (toEast == 0 && toNorth == 0) {
                if (homeward) {
                    return;
                }
                turn();
            } else if (toEast != 0) {
                var step = Math.copySign(Math.min(left, Math.abs(toEast)), toEast);
                east += step;
                left -= Math.abs(step);
                course = step > 0 ? 90 : 270;
            } else {
                var step = Math.copySign(Math.min(left, Math.abs(toNorth)), toNorth);
                north += step;
                left -= Math.abs(step);
                course = step > 0 ? 0 : 180;
            }
        }
    }

    /** The next steps lead home and end there. */
    void headHome() {
        homeward = true;
        cornerEast = 0;
        cornerNorth = 0;
    }

    void setOut() {
        homeward = false;
    }

    boolean isHome() {
        return east == 0 && north == 0;
    }

    int course() {
        return course;
    }

    /** Where a receiver takes it to be. */
    Place fix() {
        return home.moved(east + random.nextGaussian(0, NOISE), north + random.nextGaussian(0, NOISE));
    }

    private void turn() {
        var blocks = random.nextBoolean() ? 1 : -1;
        if (random.nextBoolean()) {
            cornerEast = Math.clamp((long) cornerEast + blocks, -REACH, REACH);
        } else {
            cornerNorth = Math.clamp((long) cornerNorth + blocks, -REACH, REACH);
        }
    }
}
