package org.linli.cardreader;

import java.util.Arrays;
import java.util.Optional;

/** Commands and replies of an SDT reader. A reply begins with three status bytes. */
final class Sdt {

    static final byte[] FIND = {0x20, 0x01};
    static final byte[] SELECT = {0x20, 0x02};
    static final byte[] READ = {0x30, 0x01};

    static final byte[] OK = {0, 0, (byte) 0x90};
    static final byte[] FOUND = {0, 0, (byte) 0x9F};
    static final byte[] NO_CARD = {0, 0, (byte) 0x80};
    static final byte[] SELECT_FAILED = {0, 0, (byte) 0x81};
    static final byte[] READ_FAILED = {0, 0, 0x41};
    static final byte[] NOT_UNDERSTOOD = {0, 0, 0x23};

    static final int TEXT = 256;
    static final int PHOTO = 1024;

    /** What a reading of the card gave. */
    record Content(byte[] text, byte[] photo) {}

    private Sdt() {}

    static boolean says(byte[] reply, byte[] status) {
        return reply.length >= 3 && Arrays.equals(reply, 0, 3, status, 0, 3);
    }

    /** Text and photo of a reading, when its lengths are what the standard says. */
    static Optional<Content> content(byte[] reply) {
        if (!says(reply, OK) || reply.length < 7) {
            return Optional.empty();
        }
        var text = (reply[3] & 0xFF) << 8 | (reply[4] & 0xFF);
        var photo = (reply[5] & 0xFF) << 8 | (reply[6] & 0xFF);
        if (text != TEXT || photo > PHOTO || reply.length != 7 + text + photo) {
            return Optional.empty();
        }
        return Optional.of(
                new Content(Arrays.copyOfRange(reply, 7, 7 + text), Arrays.copyOfRange(reply, 7 + text, reply.length)));
    }

    static byte[] contentReply(byte[] text, byte[] photo) {
        var reply = Arrays.copyOf(OK, 7 + text.length + photo.length);
        reply[3] = (byte) (text.length >> 8);
        reply[4] = (byte) text.length;
        reply[5] = (byte) (photo.length >> 8);
        reply[6] = (byte) photo.length;
        System.arraycopy(text, 0, reply, 7, text.length);
        System.arraycopy(photo, 0, reply, 7 + text.length, photo.length);
        return reply;
    }
}
