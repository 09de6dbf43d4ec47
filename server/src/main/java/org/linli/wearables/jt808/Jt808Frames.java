package org.linli.wearables.jt808;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.linli.wearables.line.Fault;
import org.linli.wearables.line.Heard;

/**
 * Finds the frames in what a connection sends, however it is cut. Every flag ends what stands before it and begins what
 * follows, so a frame that lost its end costs only itself. Nothing longer than a frame is held.
 */
final class Jt808Frames {

    private final Consumer<Heard> broken;
    private byte[] held = new byte[64];
    private int length;
    private boolean begun;
    private boolean escaping;
    private @Nullable Fault fault;
    private long frames;
    private long sinceGood;

    /** @param broken is told what could not be read */
    Jt808Frames(Consumer<Heard> broken) {
        this.broken = broken;
    }

    /** The frames that are complete now, in their order. */
    List<Jt808Frame> take(byte[] bytes) {
        var complete = new ArrayList<Jt808Frame>();
        for (var one : bytes) {
            sinceGood++;
            if (one == Jt808Frame.FLAG) {
                end(complete);
            } else if (begun && fault != Fault.TOO_LONG) {
                unescape(one);
            }
        }
        return complete;
    }

    long frames() {
        return frames;
    }

    long sinceGood() {
        return sinceGood;
    }

    private void unescape(byte one) {
        if (escaping) {
            escaping = false;
            switch (one) {
                case Jt808Frame.ESCAPED_FLAG -> hold(Jt808Frame.FLAG);
                case Jt808Frame.ESCAPED_ESCAPE -> hold(Jt808Frame.ESCAPE);
                default -> {
                    fault = Fault.UNREADABLE;
                    hold(one);
                }
            }
        } else if (one == Jt808Frame.ESCAPE) {
            escaping = true;
        } else {
            hold(one);
        }
    }

    private void hold(byte one) {
        if (length == Jt808Frame.LONGEST) {
            fault = Fault.TOO_LONG;
            return;
        }
        if (length == held.length) {
            held = Arrays.copyOf(held, Math.min(2 * length, Jt808Frame.LONGEST));
        }
        held[length++] = one;
    }

    private void end(List<Jt808Frame> complete) {
        if (length > 0) {
            var read = fault == null && !escaping
                    ? Jt808Frame.read(held, length)
                    : new Jt808Frame.Read(null, fault == null ? Fault.UNREADABLE : fault);
            if (read.frame() != null) {
                complete.add(read.frame());
                frames++;
                sinceGood = 0;
            } else if (read.fault() != null) {
                broken.accept(Heard.Broken.of(read.fault(), held, 0, length));
            }
        }
        begun = true;
        escaping = false;
        fault = null;
        length = 0;
    }
}
