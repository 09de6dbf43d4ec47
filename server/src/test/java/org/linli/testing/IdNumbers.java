package org.linli.testing;

import java.util.concurrent.atomic.AtomicInteger;

/** Identity numbers with a right check character that nobody else in the tests has. */
public final class IdNumbers {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final AtomicInteger GIVEN = new AtomicInteger();

    private IdNumbers() {}

    /** Of a division that does not exist. */
    public static String next() {
        var n = GIVEN.incrementAndGet();
        var digits = "150299196%d%02d%02d%03d".formatted(n / 250_000 % 10, 1 + n / 25 % 12, 1 + n % 25, n / 300 % 1000);
        var sum = 0;
        for (var at = 0; at < WEIGHTS.length; at++) {
            sum += (digits.charAt(at) - '0') * WEIGHTS[at];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }
}
