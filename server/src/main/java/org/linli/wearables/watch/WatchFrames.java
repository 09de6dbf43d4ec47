package org.linli.wearables.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.linli.wearables.line.Fault;
import org.linli.wearables.line.Heard;

/**
 * Finds the frames in what a connection sends, however it is cut. Bytes before a frame are skipped, and a frame that lost
 * its end does not swallow the ones behind it: a new header begins a new frame. Nothing longer than a frame is held.
 */
final class WatchFrames {

    static final int LONGEST = 4096;

    private static final int NOWHERE = -1;

    private final Consumer<Heard> broken;
    private byte[] held = new byte[128];
    private int length;
    private int newHeader = NOWHERE;
    private long frames;
    private long sinceGood;

    /** @param broken is told of frames that could not be read, and of those that lost their end */
    WatchFrames(Consumer<Heard> broken) {
        this.broken = broken;
    }

    /** The frames that are complete now, in their order. */
    List<WatchFrame> take(byte[] bytes) {
        var complete = new ArrayList<WatchFrame>();
        for (var at = 0; at < bytes.length; ) {
            var plain = newHeader == NOWHERE ? plainUntil(bytes, at) : at;
            if (plain > at) {
                hold(bytes, at, plain);
                at = plain;
            } else {
                take(bytes[at++], complete);
            }
        }
        return complete;
    }

    /** Frames that could be read so far. */
    long frames() {
        return frames;
    }

    /** Bytes since the last frame that could be read; a connection that sends only garbage is closed by it. */
    long sinceGood() {
        return sinceGood;
    }

    /** Where the next bracket stands; nearly every byte is none, and such runs are copied at once. */
    private static int plainUntil(byte[] bytes, int from) {
        var at = from;
        while (at < bytes.length && bytes[at] != '[' && bytes[at] != ']') {
            at++;
        }
        return at;
    }

    private void take(byte one, List<WatchFrame> complete) {
        sinceGood++;
        if (length == 0 && one != '[') {
            return;
        }
        hold(one);
        if (one == ']') {
            end(complete);
        } else if (length > LONGEST) {
            giveUp();
        } else if (one == '[' && length > 1) {
            newHeader = length - 1;
        } else if (newHeader != NOWHERE) {
            lookForHeader(one);
        }
    }

    /** No frame is so long; what may be the header of another one is kept. */
    private void giveUp() {
        broken(Fault.TOO_LONG, length);
        length = newHeader == NOWHERE ? 0 : length - newHeader;
        System.arraycopy(held, held.length - length, held, 0, length);
        newHeader = NOWHERE;
    }

    private void end(List<WatchFrame> complete) {
        var frame = WatchFrame.read(held, 0, length);
        if (frame == null) {
            broken(Fault.UNREADABLE, length);
        } else {
            complete.add(frame);
            frames++;
            sinceGood = 0;
        }
        length = 0;
        newHeader = NOWHERE;
    }

    /** The second star ends a header; what stood before it lost its end. */
    private void lookForHeader(byte one) {
        if (one == '*' && WatchFrame.headerEnd(held, newHeader, length) == length) {
            broken(Fault.LOST_END, newHeader);
            System.arraycopy(held, newHeader, held, 0, length - newHeader);
            length -= newHeader;
            newHeader = NOWHERE;
        } else if (length - newHeader > WatchFrame.LONGEST_HEADER) {
            newHeader = NOWHERE;
        }
    }

    private void broken(Fault fault, int to) {
        broken.accept(Heard.Broken.of(fault, held, 0, to));
    }

    /** Of bytes between frames nothing is held. */
    private void hold(byte[] bytes, int from, int to) {
        sinceGood += to - from;
        for (var at = from; at < to && length > 0; ) {
            var some = Math.min(to - at, LONGEST + 1 - length);
            makeRoom(some);
            System.arraycopy(bytes, at, held, length, some);
            length += some;
            at += some;
            if (length > LONGEST) {
                giveUp();
            }
        }
    }

    private void hold(byte one) {
        makeRoom(1);
        held[length++] = one;
    }

    private void makeRoom(int more) {
        if (length + more > held.length) {
            held = Arrays.copyOf(held, Math.min(Math.max(2 * held.length, length + more), LONGEST + 1));
        }
    }
}
