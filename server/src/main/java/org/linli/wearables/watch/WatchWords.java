package org.linli.wearables.watch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.linli.wearables.AlarmKind;
import org.linli.wearables.batch.Fix;
import org.linli.wearables.batch.Message;

/** What the frames of the text protocol say; a pure function of the frame and of when it came. */
final class WatchWords {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("ddMMuuHHmmss").withResolverStyle(ResolverStyle.STRICT);

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

    private WatchWords() {}

    /** What a frame says; empty when its command is none that is listened to. */
    static Optional<Message> read(WatchFrame frame, Instant received) {
        var words = frame.words();
        return switch (words.getFirst().toUpperCase(Locale.ROOT)) {
            case "LK" -> Optional.of(said(frame, received, number(words, BATTERY_OF_A_LINK), "LK"));
            case "INIT" -> Optional.of(said(frame, received, OptionalInt.empty(), "INIT,1"));
            case "TKQ" -> Optional.of(said(frame, received, OptionalInt.empty(), "TKQ"));
            case "UD", "UD_LTE", "WT" -> Optional.of(position(frame, words, received));
            case "UD2" -> Optional.of(stored(frame, words, received));
            case "AL", "AL_LTE" -> Optional.of(alarm(frame, words, received));
            default -> Optional.empty();
        };
    }

    private static Message said(WatchFrame frame, Instant received, OptionalInt battery, String answer) {
        return new Message(
                frame.device(),
                received,
                received,
                percent(battery),
                Optional.empty(),
                List.of(),
                Set.of(),
                Optional.of(frame.answering(answer).bytes()));
    }

    private static Message position(WatchFrame frame, List<String> words, Instant received) {
        var kinds = kinds(words);
        kinds.retainAll(Set.of(AlarmKind.LOW_BATTERY, AlarmKind.REMOVED));
        return reported(frame, words, received, kinds, Optional.empty());
    }

    /** Kept while there was no line: it says where the watch was, and raises nothing. */
    private static Message stored(WatchFrame frame, List<String> words, Instant received) {
        return reported(frame, words, received, Set.of(), Optional.empty());
    }

    /** An alarm that does not say which one it is calls for help all the same. */
    private static Message alarm(WatchFrame frame, List<String> words, Instant received) {
        var kinds = kinds(words);
        return reported(
                frame,
                words,
                received,
                kinds.isEmpty() ? Set.of(AlarmKind.SOS) : kinds,
                Optional.of(frame.answering("AL").bytes()));
    }

    private static Message reported(
            WatchFrame frame, List<String> words, Instant received, Set<AlarmKind> kinds, Optional<byte[]> answer) {
        var at = at(words).orElse(received);
        return new Message(
                frame.device(),
                received,
                at,
                percent(number(words, BATTERY)),
                fix(words, at),
                List.of(),
                Set.copyOf(kinds),
                answer);
    }

    /** Indoors a watch repeats stale coordinates with a V: nobody is moved by them. */
    private static Optional<Fix> fix(List<String> words, Instant at) {
        var latitude = decimal(words, LATITUDE);
        var longitude = decimal(words, LONGITUDE);
        if (!word(words, VALIDITY).equals("A") || latitude.isNaN() || longitude.isNaN()) {
            return Optional.empty();
        }
        var lat = word(words, LATITUDE + 1).equals("S") ? -latitude : latitude;
        var lon = word(words, LONGITUDE + 1).equals("W") ? -longitude : longitude;
        return Fix.of(at, lon, lat, decimal(words, SPEED));
    }

    private static EnumSet<AlarmKind> kinds(List<String> words) {
        var kinds = EnumSet.noneOf(AlarmKind.class);
        var status = word(words, STATUS);
        if (!status.matches("[0-9A-Fa-f]{1,8}")) {
            return kinds;
        }
        var bits = Long.parseLong(status, 16);
        add(kinds, AlarmKind.LOW_BATTERY, bits, 0, 17);
        add(kinds, AlarmKind.LEFT_ZONE, bits, 1, 18);
        add(kinds, AlarmKind.ENTERED_ZONE, bits, 2, 19);
        add(kinds, AlarmKind.SOS, bits, 16);
        add(kinds, AlarmKind.REMOVED, bits, 20);
        add(kinds, AlarmKind.FALL, bits, 21, 22);
        return kinds;
    }

    private static void add(EnumSet<AlarmKind> kinds, AlarmKind kind, long bits, int... places) {
        for (var place : places) {
            if ((bits >> place & 1) == 1) {
                kinds.add(kind);
            }
        }
    }

    private static Optional<Instant> at(List<String> words) {
        try {
            return Optional.of(LocalDateTime.parse(word(words, DATE) + word(words, TIME), MOMENT)
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static OptionalInt percent(OptionalInt said) {
        return said.isPresent() && said.getAsInt() >= 0 && said.getAsInt() <= 100 ? said : OptionalInt.empty();
    }

    private static OptionalInt number(List<String> words, int at) {
        var word = word(words, at);
        return word.matches("\\d{1,6}") ? OptionalInt.of(Integer.parseInt(word)) : OptionalInt.empty();
    }

    private static Double decimal(List<String> words, int at) {
        var word = word(words, at);
        return word.matches("-?\\d{1,5}(\\.\\d{1,12})?") ? Double.valueOf(word) : Double.NaN;
    }

    private static String word(List<String> words, int at) {
        return at < words.size() ? words.get(at).strip() : "";
    }
}
