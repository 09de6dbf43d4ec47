package org.linli.cardreader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds frames in a stream of bytes, however it is cut. A frame with a wrong length or check byte costs only itself: the
 * search goes on at the byte after its beginning.
 */
public final class FrameDecoder {

    private byte[] pending = new byte[0];

    /** Takes more bytes and gives the payloads of the frames they complete. */
    public List<byte[]> feed(byte... more) {
        pending = joined(pending, more);
        var payloads = new ArrayList<byte[]>();
        var at = 0;
        while (true) {
            at = nextPreamble(at);
            if (pending.length - at < Frame.HEAD) {
                break;
            }
            var length = (pending[at + 5] & 0xFF) << 8 | (pending[at + 6] & 0xFF);
            if (length < 2 || length > Frame.MOST) {
                at++;
            } else if (pending.length - at < Frame.HEAD + length) {
                break;
            } else {
                at += accept(at, length, payloads);
            }
        }
        pending = Arrays.copyOfRange(pending, at, pending.length);
        return payloads;
    }

    /** Nothing more comes: whatever waits for its end is no frame, but one may begin inside it. */
    public List<byte[]> giveUp() {
        var rest = pending;
        pending = new byte[0];
        return rest.length == 0 ? List.of() : feed(Arrays.copyOfRange(rest, 1, rest.length));
    }

    private int accept(int at, int length, List<byte[]> payloads) {
        var end = at + Frame.HEAD + length;
        if (Frame.check(pending, at + Frame.PREAMBLE.length, end - 1) != pending[end - 1]) {
            return 1;
        }
        payloads.add(Arrays.copyOfRange(pending, at + Frame.HEAD, end - 1));
        return Frame.HEAD + length;
    }

    /** Where a preamble begins, or may yet begin at the end of what has come. */
    private int nextPreamble(int from) {
        for (var at = from; at < pending.length; at++) {
            var seen = Math.min(Frame.PREAMBLE.length, pending.length - at);
            if (Arrays.equals(pending, at, at + seen, Frame.PREAMBLE, 0, seen)) {
                return at;
            }
        }
        return pending.length;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
