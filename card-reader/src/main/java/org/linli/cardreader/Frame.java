package org.linli.cardreader;

/**
 * A frame of the SDT protocol: {@code AA AA AA 96 69}, the length of what follows in two bytes, the payload, and a check
 * byte that is the exclusive or of length and payload.
 */
public final class Frame {

    static final byte[] PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};

    /** Preamble and length. */
    static final int HEAD = PREAMBLE.length + 2;

    /** The longest reply has text, photo and fingerprint: well below this. */
    static final int MOST = 4096;

    private Frame() {}

    /** The bytes of a frame with this payload. */
    public static byte[] encode(byte... payload) {
        var length = payload.length + 1;
        var frame = new byte[HEAD + length];
        System.arraycopy(PREAMBLE, 0, frame, 0, PREAMBLE.length);
        frame[PREAMBLE.length] = (byte) (length >> 8);
        frame[PREAMBLE.length + 1] = (byte) length;
        System.arraycopy(payload, 0, frame, HEAD, payload.length);
        frame[frame.length - 1] = check(frame, PREAMBLE.length, frame.length - 1);
        return frame;
    }

    static byte check(byte[] bytes, int from, int to) {
        byte check = 0;
        for (var i = from; i < to; i++) {
            check ^= bytes[i];
        }
        return check;
    }
}
