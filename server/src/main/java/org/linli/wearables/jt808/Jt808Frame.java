package org.linli.wearables.jt808;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.wearables.line.Fault;

/**
 * One frame: a header, and a body without escapes.
 *
 * @param kind message id, such as 0x0200
 * @param terminal the terminal number as it stands in the header, 12 digits or 20
 * @param serial counts what a side sends; an answer repeats it
 * @param part which of how many, where a message came in parts
 */
record Jt808Frame(int kind, Edition edition, String terminal, int serial, Optional<Part> part, byte[] body) {

    static final int LONGEST_BODY = 0x3ff;

    /** Between the flags and without escapes: the longest header, which is that of a part in 2019, a body and the check. */
    static final int LONGEST = 17 + 4 + LONGEST_BODY + 1;

    static final byte FLAG = 0x7e;
    static final byte ESCAPE = 0x7d;
    static final byte ESCAPED_FLAG = 2;
    static final byte ESCAPED_ESCAPE = 1;

    private static final int ENCRYPTION = 7 << 10;
    private static final int IN_PARTS = 1 << 13;
    private static final int EDITION_OF_2019 = 1 << 14;
    private static final int SHORTEST_HEADER = 12;
    private static final int VERSION = 1;
    private static final int LEAST_DIGITS = 10;
    private static final int MOST_DIGITS = 15;

    /** A part of a message, counted from 1. */
    record Part(int of, int number) {}

    /** A frame, or why it is none. */
    record Read(@Nullable Jt808Frame frame, @Nullable Fault fault) {}

    /** Reads what stood between two flags, without escapes. */
    static Read read(byte[] bytes, int length) {
        if (length < SHORTEST_HEADER + 1) {
            return new Read(null, Fault.UNREADABLE);
        }
        if (check(bytes, length) != 0) {
            return new Read(null, Fault.WRONG_CHECK);
        }
        var in = ByteBuffer.wrap(bytes, 0, length - 1);
        var kind = in.getShort() & 0xffff;
        var attributes = in.getShort() & 0xffff;
        var edition = (attributes & EDITION_OF_2019) == 0 ? Edition.OF_2013 : Edition.OF_2019;
        var inParts = (attributes & IN_PARTS) != 0;
        if (in.remaining() < edition.terminalBytes() + 2 + (edition == Edition.OF_2019 ? 1 : 0) + (inParts ? 4 : 0)) {
            return new Read(null, Fault.WRONG_LENGTH);
        }
        if (edition == Edition.OF_2019) {
            in.get();
        }
        var terminal = Bcd.read(in, edition.terminalBytes());
        var serial = in.getShort() & 0xffff;
        Optional<Part> part =
                inParts ? Optional.of(new Part(in.getShort() & 0xffff, in.getShort() & 0xffff)) : Optional.empty();
        if (in.remaining() != (attributes & LONGEST_BODY)) {
            return new Read(null, Fault.WRONG_LENGTH);
        }
        if ((attributes & ENCRYPTION) != 0) {
            return new Read(null, Fault.ENCRYPTED);
        }
        var body = new byte[in.remaining()];
        in.get(body);
        return new Read(new Jt808Frame(kind, edition, terminal, serial, part, body), null);
    }

    /**
     * The number the device is registered under: the terminal number without its leading zeros, so that it is the same in
     * both editions, but never fewer than ten digits. Empty for what is no number of ten to fifteen digits.
     */
    Optional<String> device() {
        var from = 0;
        while (from < terminal.length() - LEAST_DIGITS && terminal.charAt(from) == '0') {
            from++;
        }
        var number = terminal.substring(from);
        return number.length() <= MOST_DIGITS && number.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                ? Optional.of(number)
                : Optional.empty();
    }

    /** The same terminal's frame with other content. */
    Jt808Frame answering(int kind, int serial, byte[] body) {
        return new Jt808Frame(kind, edition, terminal, serial, Optional.empty(), body);
    }

    /** As it goes over the line, with flags and escapes. */
    byte[] bytes() {
        var out = ByteBuffer.allocate(LONGEST);
        var attributes =
                body.length | (edition == Edition.OF_2019 ? EDITION_OF_2019 : 0) | (part.isPresent() ? IN_PARTS : 0);
        out.putShort((short) kind).putShort((short) attributes);
        if (edition == Edition.OF_2019) {
            out.put((byte) VERSION);
        }
        Bcd.write(terminal, out);
        out.putShort((short) serial);
        part.ifPresent(one -> out.putShort((short) one.of()).putShort((short) one.number()));
        out.put(body);
        out.put(check(out.array(), out.position()));
        return escaped(out.array(), out.position());
    }

    private static byte[] escaped(byte[] bytes, int length) {
        var line = new ByteArrayOutputStream(length + 16);
        line.write(FLAG);
        for (var n = 0; n < length; n++) {
            switch (bytes[n]) {
                case FLAG -> {
                    line.write(ESCAPE);
                    line.write(ESCAPED_FLAG);
                }
                case ESCAPE -> {
                    line.write(ESCAPE);
                    line.write(ESCAPED_ESCAPE);
                }
                default -> line.write(bytes[n]);
            }
        }
        line.write(FLAG);
        return line.toByteArray();
    }

    /** All bytes joined by exclusive or; 0 when the last of them is the check of the others. */
    private static byte check(byte[] bytes, int length) {
        var check = 0;
        for (var n = 0; n < length; n++) {
            check ^= bytes[n];
        }
        return (byte) check;
    }
}
