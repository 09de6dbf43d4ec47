package org.linli.wearables.jt808;

import java.nio.ByteBuffer;

/** Decimal digits, two in a byte (8421 BCD). */
final class Bcd {

    private static final int NO_DIGITS = -1;

    private Bcd() {}

    /** The digits of so many bytes; a letter of hexadecimal stands where there is none. */
    static String read(ByteBuffer from, int bytes) {
        var digits = new StringBuilder(2 * bytes);
        for (var n = 0; n < bytes; n++) {
            var two = from.get();
            digits.append(Character.forDigit(two >> 4 & 15, 16)).append(Character.forDigit(two & 15, 16));
        }
        return digits.toString();
    }

    /** The number of the next byte; negative when it holds no digits. */
    static int two(ByteBuffer from) {
        var byteOfTwo = from.get();
        var tens = byteOfTwo >> 4 & 15;
        var ones = byteOfTwo & 15;
        return tens > 9 || ones > 9 ? NO_DIGITS : 10 * tens + ones;
    }

    static void write(String digits, ByteBuffer to) {
        for (var n = 0; n < digits.length(); n += 2) {
            to.put((byte) (Character.digit(digits.charAt(n), 16) << 4 | Character.digit(digits.charAt(n + 1), 16)));
        }
    }
}
