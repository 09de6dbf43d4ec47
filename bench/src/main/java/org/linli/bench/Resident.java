package org.linli.bench;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who comes to a window: everybody once, with an identity number of their own. */
record Resident(String number, String birth) {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final LocalDate OLDEST = LocalDate.of(1950, 1, 1);
    private static final int DAYS = 18_000;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    static Resident next() {
        var count = COUNT.getAndIncrement();
        var birth = DateTimeFormatter.BASIC_ISO_DATE.format(OLDEST.plusDays(count % DAYS));
        // An odd place in the day's list is a man's, as the card of every resident here says.
        var digits = "150203" + birth + "%03d".formatted(1 + count / DAYS % 500 * 2);
        var sum = 0;
        for (var place = 0; place < WEIGHTS.length; place++) {
            sum += WEIGHTS[place] * (digits.charAt(place) - '0');
        }
        return new Resident(digits + "10X98765432".charAt(sum % 11), birth);
    }
}
