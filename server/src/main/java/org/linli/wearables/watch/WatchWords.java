package org.linli.wearables.watch;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.linli.wearables.AlarmKind;
import org.linli.wearables.VitalKind;
import org.linli.wearables.batch.Fix;
import org.linli.wearables.batch.Message;
import org.linli.wearables.batch.Vital;

/** What the frames of the text protocol say; a pure function of the frame and of when it came. */
final class WatchWords {

    /** Of a position report, after its command: date, time, A or V, latitude, N or S, longitude, E or W, speed, course, altitude, satellites, signal, battery, steps, rolls, status. */
    private static final int DATE = 1;

    private static final int TIME = 2;
    private static final int VALIDITY = 3;
    private static final int LATITUDE = 4;
    private static final int LONGITUDE = 6;
    private static final int SPEED = 8;
    private static final int BATTERY = 13;
    private static final int STATUS = 16;
    private static final int BATTERY_OF_A_LINK = 3;

    private static final double TENTHS = 10;

    private WatchWords() {}

    /** What a frame says; empty when its command is none that is listened to. */
    static Optional<Message> read(WatchFrame frame, Instant received) {
        var words = new WatchContent(frame.content());
        var command = words.word(0);
        return switch (command.toUpperCase(Locale.ROOT)) {
            case "UD", "UD_LTE", "WT" -> Optional.of(position(frame, words, received));
            case "UD2" -> Optional.of(stored(frame, words, received));
            case "AL", "AL_LTE" -> Optional.of(alarm(frame, words, received));
            case "LK" -> Optional.of(said(frame, received, percent(words.number(BATTERY_OF_A_LINK)), "LK"));
            case "INIT" -> Optional.of(said(frame, received, OptionalInt.empty(), "INIT,1"));
            case "TKQ" -> Optional.of(said(frame, received, OptionalInt.empty(), "TKQ"));
            case "PULSE", "HEART" ->
                Optional.of(measured(frame, command, received, List.of(heart(words, 1, received))));
            case "BLOOD" -> Optional.of(measured(frame, command, received, List.of(pressure(words, received))));
            case "BPHRT" ->
                Optional.of(measured(
                        frame, command, received, List.of(pressure(words, received), heart(words, 3, received))));
            case "OXYGEN" -> Optional.of(measured(frame, command, received, List.of(oxygen(words, received))));
            case "TEMP" -> Optional.of(measured(frame, command, received, List.of(temperature(words, 1, received))));
            case "BTEMP2" -> Optional.of(measured(frame, command, received, List.of(temperature(words, 2, received))));
            default -> Optional.empty();
        };
    }

    private static Message said(WatchFrame frame, Instant received, OptionalInt battery, String answer) {
        return new Message(
                frame.device(),
                received,
                received,
                battery,
                Optional.empty(),
                List.of(),
                Set.of(),
                Optional.of(frame.answering(answer).bytes()));
    }

    /** A watch that nobody wears measures zero: it is answered, and nothing is stored. */
    private static Message measured(WatchFrame frame, String command, Instant received, List<Optional<Vital>> vitals) {
        return new Message(
                frame.device(),
                received,
                received,
                OptionalInt.empty(),
                Optional.empty(),
                vitals.stream().flatMap(Optional::stream).toList(),
                Set.of(),
                Optional.of(frame.answering(command).bytes()));
    }

    private static Optional<Vital> heart(WatchContent words, int at, Instant received) {
        return Vital.of(VitalKind.HEART_RATE, received, words.number(at));
    }

    private static Optional<Vital> pressure(WatchContent words, Instant received) {
        return Vital.pressure(received, words.number(1), words.number(2));
    }

    private static Optional<Vital> oxygen(WatchContent words, Instant received) {
        return Vital.of(VitalKind.OXYGEN, received, words.number(2));
    }

    private static Optional<Vital> temperature(WatchContent words, int at, Instant received) {
        // What is not a number rounds to zero, which no living person has.
        return Vital.of(VitalKind.TEMPERATURE, received, (int) Math.round(words.decimal(at) * TENTHS));
    }

    private static Message position(WatchFrame frame, WatchContent words, Instant received) {
        var kinds = kinds(words);
        kinds.removeIf(kind -> kind != AlarmKind.LOW_BATTERY && kind != AlarmKind.REMOVED);
        return reported(frame, words, received, kinds, Optional.empty());
    }

    /** Kept while there was no line: it says where the watch was, and raises nothing. */
    private static Message stored(WatchFrame frame, WatchContent words, Instant received) {
        return reported(frame, words, received, Set.of(), Optional.empty());
    }

    /** An alarm that does not say which one it is calls for help all the same. */
    private static Message alarm(WatchFrame frame, WatchContent words, Instant received) {
        var kinds = kinds(words);
        return reported(
                frame,
                words,
                received,
                kinds.isEmpty() ? Set.of(AlarmKind.SOS) : kinds,
                Optional.of(frame.answering("AL").bytes()));
    }

    private static Message reported(
            WatchFrame frame, WatchContent words, Instant received, Set<AlarmKind> kinds, Optional<byte[]> answer) {
        var at = at(words).orElse(received);
        return new Message(
                frame.device(),
                received,
                at,
                percent(words.number(BATTERY)),
                fix(words, at),
                List.of(),
                kinds.isEmpty() ? Set.of() : Set.copyOf(kinds),
                answer);
    }

    /** Indoors a watch repeats stale coordinates with a V: nobody is moved by them. */
    private static Optional<Fix> fix(WatchContent words, Instant at) {
        if (!words.is(VALIDITY, 'A')) {
            return Optional.empty();
        }
        var latitude = words.decimal(LATITUDE);
        var longitude = words.decimal(LONGITUDE);
        var lat = words.is(LATITUDE + 1, 'S') ? -latitude : latitude;
        var lon = words.is(LONGITUDE + 1, 'W') ? -longitude : longitude;
        return Double.isNaN(lat) || Double.isNaN(lon) ? Optional.empty() : Fix.of(at, lon, lat, words.decimal(SPEED));
    }

    private static EnumSet<AlarmKind> kinds(WatchContent words) {
        var kinds = EnumSet.noneOf(AlarmKind.class);
        var bits = words.bits(STATUS);
        if (bits > 0) {
            add(kinds, AlarmKind.LOW_BATTERY, bits, 1L << 0 | 1L << 17);
            add(kinds, AlarmKind.LEFT_ZONE, bits, 1L << 1 | 1L << 18);
            add(kinds, AlarmKind.ENTERED_ZONE, bits, 1L << 2 | 1L << 19);
            add(kinds, AlarmKind.SOS, bits, 1L << 16);
            add(kinds, AlarmKind.REMOVED, bits, 1L << 20);
            add(kinds, AlarmKind.FALL, bits, 1L << 21 | 1L << 22);
        }
        return kinds;
    }

    private static void add(EnumSet<AlarmKind> kinds, AlarmKind kind, long bits, long any) {
        if ((bits & any) != 0) {
            kinds.add(kind);
        }
    }

    /** Day, month and year, then hour, minute and second, each of two digits. */
    private static Optional<Instant> at(WatchContent words) {
        var date = words.sixDigits(DATE);
        var time = words.sixDigits(TIME);
        var month = date / 100 % 100;
        if (date < 0 || time < 0 || month < 1 || month > 12) {
            return Optional.empty();
        }
        var year = 2000 + date % 100;
        var day = date / 10_000;
        var hour = time / 10_000;
        var minute = time / 100 % 100;
        var second = time % 100;
        if (day < 1 || day > YearMonth.of(year, month).lengthOfMonth() || hour > 23 || minute > 59 || second > 59) {
            return Optional.empty();
        }
        return Optional.of(
                LocalDateTime.of(year, month, day, hour, minute, second).toInstant(ZoneOffset.UTC));
    }

    private static OptionalInt percent(int said) {
        return said >= 0 && said <= 100 ? OptionalInt.of(said) : OptionalInt.empty();
    }
}
