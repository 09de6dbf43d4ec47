package org.linli.wearables.jt808;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.linli.wearables.AlarmKind;
import org.linli.wearables.batch.Fix;
import org.linli.wearables.batch.Message;

/** What the bodies of messages say; pure functions of the bytes and of when they came. */
final class Jt808Words {

    /** Clocks of terminals stand at Beijing time. */
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    private static final int EMERGENCY = 1;
    private static final int LOW_VOLTAGE = 1 << 7;
    private static final int VALID = 1 << 1;
    private static final int SOUTH = 1 << 2;
    private static final int WEST = 1 << 3;
    private static final int AFTER_ALARM = 24;
    private static final double DEGREES = 1e-6;
    private static final double KILOMETRES_AN_HOUR = 0.1;

    /** Private extras under which makers of worn terminals state how full the battery is, in percent. */
    private static final Set<Integer> BATTERY = Set.of(0xd4, 0xe1, 0xfe);

    private Jt808Words() {}

    /** That a device was heard of, and nothing else. */
    static Message sign(String device, Instant received, byte[] answer) {
        return new Message(
                device,
                received,
                received,
                OptionalInt.empty(),
                Optional.empty(),
                List.of(),
                Set.of(),
                Optional.of(answer));
    }

    /** A position report. One that is cut off still calls for help; empty when it says nothing at all. */
    static Optional<Message> position(String device, ByteBuffer body, Instant received, byte[] answer) {
        return report(device, body, received, answer, kind -> true);
    }

    /**
     * Positions that were stored while the terminal had no signal. Of their alarms only a call for help counts, which nobody
     * has answered yet.
     */
    static List<Message> stored(String device, ByteBuffer body, Instant received, byte[] answer) {
        var messages = new ArrayList<Message>();
        if (body.remaining() < 3) {
            return messages;
        }
        var number = body.getShort() & 0xffff;
        body.get();
        while (messages.size() < number && body.remaining() > 2) {
            var length = Math.min(body.getShort() & 0xffff, body.remaining());
            report(device, body.slice(body.position(), length), received, answer, kind -> kind == AlarmKind.SOS)
                    .ifPresent(messages::add);
            body.position(body.position() + length);
        }
        return messages;
    }

    private static Optional<Message> report(
            String device, ByteBuffer body, Instant received, byte[] answer, Predicate<AlarmKind> counts) {
        if (body.remaining() < 4) {
            return Optional.empty();
        }
        var kinds = kinds(body.getInt());
        kinds.removeIf(counts.negate());
        if (body.remaining() < AFTER_ALARM) {
            return kinds.isEmpty() ? Optional.empty() : Optional.of(calling(device, received, kinds, answer));
        }
        var status = body.getInt();
        var lat = (body.getInt() & 0xffffffffL) * DEGREES;
        var lon = (body.getInt() & 0xffffffffL) * DEGREES;
        body.getShort();
        var speed = (body.getShort() & 0xffff) * KILOMETRES_AN_HOUR;
        body.getShort();
        var at = moment(body).orElse(received);
        Optional<Fix> fix = (status & VALID) == 0
                ? Optional.empty()
                : Fix.of(at, (status & WEST) == 0 ? lon : -lon, (status & SOUTH) == 0 ? lat : -lat, speed);
        return Optional.of(new Message(
                device, received, at, battery(body), fix, List.of(), Set.copyOf(kinds), Optional.of(answer)));
    }

    private static Message calling(String device, Instant received, Set<AlarmKind> kinds, byte[] answer) {
        return new Message(
                device,
                received,
                received,
                OptionalInt.empty(),
                Optional.empty(),
                List.of(),
                Set.copyOf(kinds),
                Optional.of(answer));
    }

    private static EnumSet<AlarmKind> kinds(int alarm) {
        var kinds = EnumSet.noneOf(AlarmKind.class);
        if ((alarm & EMERGENCY) != 0) {
            kinds.add(AlarmKind.SOS);
        }
        if ((alarm & LOW_VOLTAGE) != 0) {
            kinds.add(AlarmKind.LOW_BATTERY);
        }
        return kinds;
    }

    private static Optional<Instant> moment(ByteBuffer body) {
        var year = Bcd.two(body);
        var month = Bcd.two(body);
        var day = Bcd.two(body);
        var hour = Bcd.two(body);
        var minute = Bcd.two(body);
        var second = Bcd.two(body);
        if (year < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(2000 + year, month, day, hour, minute, second)
                    .toInstant(BEIJING));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** Extras follow as identifier, length and value; one that reaches beyond the end ends them. */
    private static OptionalInt battery(ByteBuffer extras) {
        while (extras.remaining() > 2) {
            var kind = extras.get() & 0xff;
            var length = extras.get() & 0xff;
            if (length > extras.remaining()) {
                break;
            }
            if (length == 1 && BATTERY.contains(kind)) {
                var percent = extras.get() & 0xff;
                return percent <= 100 ? OptionalInt.of(percent) : OptionalInt.empty();
            }
            extras.position(extras.position() + length);
        }
        return OptionalInt.empty();
    }
}
