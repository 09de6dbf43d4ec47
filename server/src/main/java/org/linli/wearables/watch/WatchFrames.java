package org.linli.wearables.watch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the frames in what a connection sends, however it is cut. Bytes before a frame are skipped, and a frame that lost
 * its end does not swallow the ones behind it: a new header begins a new frame. Nothing longer than a frame is held.
 */
final class WatchFrames {

    static final int LONGEST = 4096;

    private static final Pattern HEADER = Pattern.compile("\\[[A-Z0-9]{2}\\*\\d{10,15}\\*");
    private static final int LONGEST_HEADER = "[3G*123456789012345*".length();
    private static final int NOWHERE = -1;

    private byte[] held = new byte[128];
    private int length;
    private int newHeader = NOWHERE;
    private long faults;
    private long sinceGood;

    /** The frames that are complete now, in their order. */
    List<WatchFrame> take(byte[] bytes) {
        var frames = new ArrayList<WatchFrame>();
        for (var one : bytes) {
            take(one, frames);
        }
        return frames;
    }

    /** Frames that could not be read, and frames that lost their end. */
    long faults() {
        return faults;
    }

    /** Bytes since the last frame that could be read; a connection that sends only garbage is closed by it. */
    long sinceGood() {
        return sinceGood;
    }

    private void take(byte one, List<WatchFrame> frames) {
        sinceGood++;
        if (length == 0 && one != '[') {
            return;
        }
        hold(one);
        if (one == ']') {
            end(frames);
        } else if (one == '[' && length > 1) {
            newHeader = length - 1;
        } else if (newHeader != NOWHERE) {
            lookForHeader(one);
        } else if (length > LONGEST) {
            faults++;
            length = 0;
        }
    }

    private void end(List<WatchFrame> frames) {
        var frame = WatchFrame.read(text(0, length));
        if (frame.isPresent()) {
            frames.add(frame.get());
            sinceGood = 0;
        } else {
            faults++;
        }
        length = 0;
        newHeader = NOWHERE;
    }

    /** The second star ends a header; what stood before it lost its end. */
    private void lookForHeader(byte one) {
        if (one == '*' && HEADER.matcher(text(newHeader, length)).matches()) {
            faults++;
            System.arraycopy(held, newHeader, held, 0, length - newHeader);
            length -= newHeader;
            newHeader = NOWHERE;
        } else if (length - newHeader > LONGEST_HEADER) {
            newHeader = NOWHERE;
        }
    }

    private void hold(byte one) {
        if (length == held.length) {
            held = Arrays.copyOf(held, Math.min(2 * length, LONGEST + 1));
        }
        held[length++] = one;
    }

    private String text(int from, int to) {
        return new String(held, from, to - from, StandardCharsets.UTF_8);
    }
}
