package org.linli.wearables.watch;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.wearables.line.Order;

/** Orders in the words of the text protocol; a pure function. */
final class WatchOrders {

    /** Words that watches answer orders with, whether or not anybody still waits for them. */
    static final Set<String> WORDS =
            Set.of("CR", "FIND", "UPLOAD", "SOS1", "SOS2", "SOS3", "PHB", "REMIND", "SILENCETIME");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final int CALLED_FOR_HELP = 3;
    private static final String SWITCHED_ON = "1";
    private static final String ONCE = "1";
    private static final String EVERY_DAY = "2";
    private static final String ON_SOME_DAYS = "3";

    private WatchOrders() {}

    /** One content or several, of which the last is answered. */
    static List<String> of(Order order) {
        return switch (order) {
            case Order.Locate() -> List.of("CR");
            case Order.Find() -> List.of("FIND");
            case Order.Interval(var seconds) -> List.of("UPLOAD," + seconds);
            case Order.Contacts(var contacts) -> contacts(contacts);
            case Order.Remind(var reminders) ->
                List.of("REMIND,"
                        + reminders.stream().map(WatchOrders::reminder).collect(Collectors.joining(",")));
            case Order.Quiet(var windows) ->
                List.of("SILENCETIME,"
                        + windows.stream()
                                .map(window -> time(window.from()) + "-" + time(window.to()))
                                .collect(Collectors.joining(",")));
        };
    }

    /** Whom the button calls, one after the other, and the phone book; places that nobody takes are emptied. */
    private static List<String> contacts(List<Order.Contact> contacts) {
        var frames = new ArrayList<String>();
        for (var n = 0; n < CALLED_FOR_HELP; n++) {
            frames.add("SOS%d,%s"
                    .formatted(n + 1, n < contacts.size() ? contacts.get(n).number() : ""));
        }
        frames.add(contacts.stream()
                .map(contact -> "," + contact.number() + "," + text(contact.name()))
                .collect(Collectors.joining("", "PHB", "")));
        return frames;
    }

    /** Time, switch, how often, on which days from Sunday on, and the words for watches that show them. */
    private static String reminder(Order.Reminder reminder) {
        var parts = new ArrayList<>(List.of(time(reminder.at()), SWITCHED_ON));
        var days = reminder.days();
        if (days.isEmpty()) {
            parts.add(ONCE);
        } else if (days.size() == DayOfWeek.values().length) {
            parts.add(EVERY_DAY);
        } else {
            parts.add(ON_SOME_DAYS);
            parts.add(IntStream.range(0, DayOfWeek.values().length)
                    .mapToObj(DayOfWeek.SUNDAY::plus)
                    .map(day -> days.contains(day) ? "1" : "0")
                    .collect(Collectors.joining()));
        }
        if (!reminder.words().isEmpty()) {
            parts.add(text(reminder.words()));
        }
        return String.join("-", parts);
    }

    private static String time(LocalTime time) {
        return TIME.format(time);
    }

    /** Texts go as UCS-2 in hexadecimal, so that no letter is taken for a comma or a bracket. */
    private static String text(String words) {
        return HexFormat.of().withUpperCase().formatHex(words.getBytes(StandardCharsets.UTF_16BE));
    }
}
