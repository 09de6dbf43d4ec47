package org.linli.wearables.watch;

import java.util.HexFormat;

/** The words of a frame's content, between commas. Numbers are read where they stand. */
final class WatchContent {

    static final int NONE = -1;

    /** Behind the last word that anybody asks for. */
    private static final int MOST = 18;

    private static final double[] TENS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};
    private static final int MOST_DIGITS = 6;
    private static final int MOST_WHOLE_DIGITS = 5;
    private static final int MOST_BITS = 8;

    /** Up to here every whole number is a double, so that a quotient of two is the nearest one to the decimal. */
    private static final long EXACT = 1L << 53;

    private final String text;

    /** Where each word begins; the one behind the last begins behind the end. */
    private final short[] begins = new short[MOST + 1];

    private int words;

    WatchContent(String text) {
        this.text = text;
        for (var comma = 0; comma >= 0 && words < MOST; words++) {
            comma = text.indexOf(',', begins[words]);
            begins[words + 1] = (short) ((comma < 0 ? text.length() : comma) + 1);
        }
    }

    String word(int at) {
        return at < words ? text.substring(begins[at], begins[at + 1] - 1) : "";
    }

    boolean is(int at, char letter) {
        var from = from(at);
        return to(at) == from + 1 && text.charAt(from) == letter;
    }

    /** A number of one to six digits. */
    int number(int at) {
        var from = from(at);
        var to = to(at);
        return to - from > MOST_DIGITS ? NONE : (int) digits(from, to);
    }

    /** A number of exactly six digits. */
    int sixDigits(int at) {
        return to(at) - from(at) == MOST_DIGITS ? number(at) : NONE;
    }

    /** What eight digits of hexadecimal or fewer say. */
    long bits(int at) {
        var from = from(at);
        var to = to(at);
        if (from >= to || to - from > MOST_BITS) {
            return NONE;
        }
        for (var n = from; n < to; n++) {
            if (!HexFormat.isHexDigit(text.charAt(n))) {
                return NONE;
            }
        }
        return HexFormat.fromHexDigitsToLong(text, from, to);
    }

    /** Up to five digits, and up to twelve behind a point; not a number where there is anything else. */
    double decimal(int at) {
        var from = from(at);
        var to = to(at);
        var isNegative = from < to && text.charAt(from) == '-';
        var start = isNegative ? from + 1 : from;
        var point = text.indexOf('.', start);
        var end = point < 0 || point >= to ? to : point;
        var places = end == to ? 0 : to - end - 1;
        var whole = end - start > MOST_WHOLE_DIGITS ? NONE : digits(start, end);
        if (whole < 0 || places >= TENS.length || end < to && places == 0) {
            return Double.NaN;
        }
        var fraction = places == 0 ? 0 : digits(end + 1, to);
        if (fraction < 0) {
            return Double.NaN;
        }
        var all = whole * (long) TENS[places] + fraction;
        var value = all < EXACT ? all / TENS[places] : Double.parseDouble(text.substring(start, to));
        return isNegative ? -value : value;
    }

    private long digits(int from, int to) {
        if (from >= to) {
            return NONE;
        }
        var number = 0L;
        for (var n = from; n < to; n++) {
            var digit = text.charAt(n) - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /** Without blanks around it. */
    private int from(int at) {
        if (at >= words) {
            return 0;
        }
        var from = (int) begins[at];
        while (from < begins[at + 1] - 1 && text.charAt(from) <= ' ') {
            from++;
        }
        return from;
    }

    private int to(int at) {
        if (at >= words) {
            return 0;
        }
        var to = begins[at + 1] - 1;
        while (to > begins[at] && text.charAt(to - 1) <= ' ') {
            to--;
        }
        return to;
    }
}
