package org.linli.registry.place;

import java.util.Optional;
import java.util.UUID;
import org.linli.registry.PhoneNumber;
import org.linli.registry.RegistryReason;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;
import org.linli.shared.Refusal;

/** What is known of a place (场所). */
record PlaceFacts(
        PlaceKind kind,
        String name,
        Optional<UUID> organisation,
        Optional<String> address,
        Optional<String> phone,
        Optional<String> openingHours,
        DivisionCode division,
        Optional<Point> at) {

    private static final int LONGEST = 100;

    PlaceFacts {
        name = name.strip();
        address = filled(address);
        phone = filled(phone).map(PhoneNumber::read);
        openingHours = filled(openingHours);
        if (name.isEmpty()) {
            throw Refusal.ofField("name", RegistryReason.NAME_MISSING);
        }
        requireLength("name", name);
        address.ifPresent(text -> requireLength("address", text));
        openingHours.ifPresent(text -> requireLength("openingHours", text));
    }

    private static Optional<String> filled(Optional<String> text) {
        return text.map(String::strip).filter(one -> !one.isEmpty());
    }

    private static void requireLength(String field, String text) {
        if (text.length() > LONGEST) {
            throw Refusal.ofField(field, RegistryReason.TEXT_TOO_LONG, LONGEST);
        }
    }
}
