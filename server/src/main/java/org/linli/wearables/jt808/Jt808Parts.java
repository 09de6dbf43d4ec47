package org.linli.wearables.jt808;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.linli.wearables.line.Fault;
import org.linli.wearables.line.Heard;

/**
 * Puts messages together that came in parts (分包). Few at a time, of few parts, and not for long: what is held of a
 * connection never grows beyond two messages.
 */
final class Jt808Parts {

    static final int MOST_PARTS = 64;
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int MOST_MESSAGES = 2;
    private static final int SERIALS = 0x10000;

    /**
     * A message that is complete.
     *
     * @param frame bears the header of the last part that came, and the bodies of all
     * @param serials of every part, each of which awaits an answer
     */
    record Whole(Jt808Frame frame, List<Integer> serials) {}

    private static final class Collected {
        final int kind;
        final int firstSerial;
        final Instant begun;
        final byte[][] bodies;

        Collected(int kind, int firstSerial, int parts, Instant begun) {
            this.kind = kind;
            this.firstSerial = firstSerial;
            this.begun = begun;
            this.bodies = new byte[parts][];
        }

        boolean takes(Jt808Frame frame, Jt808Frame.Part part) {
            return frame.kind() == kind && bodies.length == part.of() && first(frame, part) == firstSerial;
        }

        boolean isWhole() {
            for (var body : bodies) {
                if (body == null) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Consumer<Heard> broken;
    private final Deque<Collected> collecting = new ArrayDeque<>();

    Jt808Parts(Consumer<Heard> broken) {
        this.broken = broken;
    }

    /** The message that this frame is, or completes. */
    Optional<Whole> join(Jt808Frame frame, Instant received) {
        giveUp(received);
        if (frame.part().isEmpty()) {
            return Optional.of(new Whole(frame, List.of(frame.serial())));
        }
        var part = frame.part().get();
        if (part.of() < 1 || part.of() > MOST_PARTS || part.number() < 1 || part.number() > part.of()) {
            broken.accept(Heard.Broken.of(Fault.PARTS_MISSING, frame.body(), 0, frame.body().length));
            return Optional.empty();
        }
        var one = collected(frame, part, received);
        one.bodies[part.number() - 1] = frame.body();
        if (!one.isWhole()) {
            return Optional.empty();
        }
        collecting.remove(one);
        return Optional.of(new Whole(joined(frame, one), serials(one)));
    }

    private Collected collected(Jt808Frame frame, Jt808Frame.Part part, Instant received) {
        for (var one : collecting) {
            if (one.takes(frame, part)) {
                return one;
            }
        }
        if (collecting.size() == MOST_MESSAGES) {
            drop(collecting.removeFirst());
        }
        var fresh = new Collected(frame.kind(), first(frame, part), part.of(), received);
        collecting.addLast(fresh);
        return fresh;
    }

    private void giveUp(Instant now) {
        for (Iterator<Collected> all = collecting.iterator(); all.hasNext(); ) {
            var one = all.next();
            if (one.begun.plus(PATIENCE).isBefore(now)) {
                all.remove();
                drop(one);
            }
        }
    }

    private void drop(Collected one) {
        for (var body : one.bodies) {
            if (body != null) {
                broken.accept(Heard.Broken.of(Fault.PARTS_MISSING, body, 0, body.length));
                return;
            }
        }
    }

    private static Jt808Frame joined(Jt808Frame last, Collected one) {
        var body = new ByteArrayOutputStream();
        for (var part : one.bodies) {
            body.writeBytes(part);
        }
        return new Jt808Frame(
                last.kind(), last.edition(), last.terminal(), last.serial(), Optional.empty(), body.toByteArray());
    }

    private static List<Integer> serials(Collected one) {
        return IntStream.range(0, one.bodies.length)
                .mapToObj(n -> (one.firstSerial + n) % SERIALS)
                .toList();
    }

    private static int first(Jt808Frame frame, Jt808Frame.Part part) {
        return Math.floorMod(frame.serial() - part.number() + 1, SERIALS);
    }
}
