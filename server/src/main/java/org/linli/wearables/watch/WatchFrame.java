package org.linli.wearables.watch;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One frame of the text protocol. Frames are read by the ten thousand a second, so they are read byte by byte.
 *
 * @param maker two characters, such as {@code 3G} or {@code SG}
 * @param device 10 to 15 digits
 * @param index four hexadecimal digits that some makers count frames with; an answer repeats them
 * @param content the command and what belongs to it, by commas
 */
record WatchFrame(String maker, String device, Optional<String> index, String content) {

    static final int LONGEST_HEADER = "[3G*123456789012345*".length();

    private static final int MAKER = 2;
    private static final int LEAST_DIGITS = 10;
    private static final int MOST_DIGITS = 15;
    private static final int HEX_DIGITS = 4;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /**
     * Reads from an opening bracket to the closing one, with an index or without. The length is a hint: about a third of real
     * captures state it wrongly. Null when it is no frame.
     */
    static @Nullable WatchFrame read(byte[] bytes, int from, int to) {
        var afterHeader = headerEnd(bytes, from, to);
        if (afterHeader < 0) {
            return null;
        }
        var end = to - 1;
        var first = afterHeader + HEX_DIGITS;
        if (bytes[end] != ']' || !isHex(bytes, afterHeader, first) || first < end && bytes[first] != '*') {
            return null;
        }
        var second = first + 1 + HEX_DIGITS;
        var isCounted = isHex(bytes, first + 1, second) && (second == end || second < end && bytes[second] == '*');
        var content = Math.min((isCounted ? second : first) + 1, end);
        return new WatchFrame(
                text(bytes, from + 1, from + 1 + MAKER),
                text(bytes, from + MAKER + 2, afterHeader - 1),
                isCounted ? Optional.of(text(bytes, afterHeader, first)) : Optional.empty(),
                text(bytes, content, end));
    }

    /** Where the star behind the number ends that a frame begins with; negative where none begins so. */
    static int headerEnd(byte[] bytes, int from, int to) {
        var digits = from + MAKER + 2;
        if (to <= digits + LEAST_DIGITS
                || bytes[from] != '['
                || !isMaker(bytes[from + 1])
                || !isMaker(bytes[from + 2])
                || bytes[digits - 1] != '*') {
            return -1;
        }
        var at = digits;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        var count = at - digits;
        return at < to && bytes[at] == '*' && count >= LEAST_DIGITS && count <= MOST_DIGITS ? at + 1 : -1;
    }

    /** The same device's frame with other content. */
    WatchFrame answering(String content) {
        return new WatchFrame(maker, device, index, content);
    }

    byte[] bytes() {
        var text = new StringBuilder(64)
                .append('[')
                .append(maker)
                .append('*')
                .append(device)
                .append('*');
        index.ifPresent(number -> text.append(number).append('*'));
        var length = content.getBytes(StandardCharsets.UTF_8).length;
        text.append(HEX.toHexDigits(length, HEX_DIGITS))
                .append('*')
                .append(content)
                .append(']');
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isMaker(byte one) {
        return one >= 'A' && one <= 'Z' || one >= '0' && one <= '9';
    }

    private static boolean isHex(byte[] bytes, int from, int to) {
        if (to > bytes.length) {
            return false;
        }
        for (var n = from; n < to; n++) {
            if (!HexFormat.isHexDigit(bytes[n])) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
