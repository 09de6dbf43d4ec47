package org.linli.casework.running;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Case numbers (办件编号): nine digits of the place, the day, six digits and a check digit (Damm). The six digits are a
 * serial number scattered over the million, so that one number does not tell the next; they come from the database in
 * blocks, so that no station waits for another.
 */
@Component
class CaseNumberRows {

    private static final int BLOCK = 50;
    private static final long SPREAD = 387_420_489L;
    private static final long MILLION = 1_000_000L;
    private static final int[][] DAMM = {
        {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
        {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
        {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
        {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
        {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
        {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
        {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
        {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
        {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
        {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
    };

    private final JdbcClient jdbc;
    private final Clock clock;
    private long next;
    private long end;

    CaseNumberRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    String next(DivisionCode area) {
        var place = area.upTo(DivisionCode.Level.SUB_DISTRICT).padded().substring(0, 9);
        var day = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(clock));
        var digits = place + day + "%06d".formatted(serial() * SPREAD % MILLION);
        return digits + checkDigit(digits);
    }

    /** Whether the last digit fits the others: one wrong digit or two swapped ones never do. */
    static boolean isValid(String number) {
        return number.length() == 24
                && number.chars().allMatch(letter -> letter >= '0' && letter <= '9')
                && checkDigit(number) == 0;
    }

    private static int checkDigit(String digits) {
        var interim = 0;
        for (var i = 0; i < digits.length(); i++) {
            interim = DAMM[interim][digits.charAt(i) - '0'];
        }
        return interim;
    }

    private synchronized long serial() {
        if (next == end) {
            next = jdbc.sql("select nextval('casework.case_number')")
                    .query(Long.class)
                    .single();
            end = next + BLOCK;
        }
        return next++;
    }
}
