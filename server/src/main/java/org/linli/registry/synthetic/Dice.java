package org.linli.registry.synthetic;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/** Chance that comes out the same for the same seed and purpose, whatever was drawn elsewhere. */
final class Dice {

    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    static Dice of(long seed, String purpose) {
        var mixed = seed * 0x9E3779B97F4A7C15L;
        for (var i = 0; i < purpose.length(); i++) {
            mixed = (mixed ^ purpose.charAt(i)) * 0xBF58476D1CE4E5B9L;
            mixed ^= mixed >>> 29;
        }
        return new Dice(new SplittableRandom(mixed));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both ends included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    double real() {
        return random.nextDouble();
    }

    long bits() {
        return random.nextLong();
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One of the characters. */
    String character(String characters) {
        return String.valueOf(characters.charAt(random.nextInt(characters.length())));
    }

    /** Not before the one and before the other; the first when nothing lies between. */
    LocalDate day(LocalDate from, LocalDate before) {
        var days = (int) from.until(before, ChronoUnit.DAYS);
        return days <= 0 ? from : from.plusDays(random.nextInt(days));
    }
}
