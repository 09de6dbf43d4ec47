package org.linli.wearables.command;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.shared.Refusal;
import org.linli.wearables.WearablesReason;
import org.linli.wearables.line.Order;

/**
 * What a device is told.
 *
 * @param seconds of INTERVAL, 10 to 3600
 * @param contacts of CONTACTS; the button calls the first three
 * @param reminders of REMIND; they replace those the device has, and none takes them away
 * @param windows of QUIET, likewise
 */
record CommandForm(
        @NotNull CommandKind kind,
        @Nullable Integer seconds,
        @Nullable @Size(max = 5) List<@Valid ContactForm> contacts,
        @Nullable @Size(max = 3) List<@Valid ReminderForm> reminders,
        @Nullable @Size(max = 4) List<@Valid WindowForm> windows) {

    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";
    private static final java.util.regex.Pattern PHONE = java.util.regex.Pattern.compile("\\+?\\d{3,15}");
    private static final int LEAST_SECONDS = 10;
    private static final int MOST_SECONDS = 3600;

    record ContactForm(
            @NotBlank @Size(max = 10) String name,
            @NotBlank @Size(max = 16) String number) {}

    /**
     * @param at such as 08:30
     * @param days none means once
     */
    record ReminderForm(
            @NotNull @Pattern(regexp = TIME) String at,
            @Nullable Set<DayOfWeek> days,
            @NotNull @Size(max = 20) String words) {}

    /** Such as from 22:00 to 06:30 of the next day. */
    record WindowForm(
            @NotNull @Pattern(regexp = TIME) String from,
            @NotNull @Pattern(regexp = TIME) String to) {}

    /** @throws Refusal when what the kind needs is missing or cannot be */
    Order order() {
        return switch (kind) {
            case LOCATE -> new Order.Locate();
            case FIND -> new Order.Find();
            case INTERVAL -> interval(needed("seconds", seconds));
            case CONTACTS -> contacts(needed("contacts", contacts));
            case REMIND ->
                new Order.Remind(needed("reminders", reminders).stream()
                        .map(reminder -> new Order.Reminder(
                                LocalTime.parse(reminder.at()),
                                reminder.days() == null ? Set.of() : Set.copyOf(reminder.days()),
                                reminder.words().strip()))
                        .toList());
            case QUIET ->
                new Order.Quiet(needed("windows", windows).stream()
                        .map(window -> new Order.Window(LocalTime.parse(window.from()), LocalTime.parse(window.to())))
                        .toList());
        };
    }

    private static Order interval(int seconds) {
        if (seconds < LEAST_SECONDS || seconds > MOST_SECONDS) {
            throw Refusal.ofField("seconds", WearablesReason.INTERVAL_OUT_OF_RANGE);
        }
        return new Order.Interval(seconds);
    }

    private static Order contacts(List<ContactForm> contacts) {
        for (var contact : contacts) {
            if (!PHONE.matcher(contact.number()).matches()) {
                throw Refusal.ofField("contacts", WearablesReason.MALFORMED_PHONE);
            }
        }
        return new Order.Contacts(contacts.stream()
                .map(contact -> new Order.Contact(contact.name().strip(), contact.number()))
                .toList());
    }

    private static <T> T needed(String field, @Nullable T value) {
        if (value == null) {
            throw Refusal.ofField(field, WearablesReason.COMMAND_INCOMPLETE);
        }
        return value;
    }
}
