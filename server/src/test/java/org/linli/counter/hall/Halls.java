package org.linli.counter.hall;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.linli.testing.Actings;

/** Clerks and visitors of hall tests; every test takes a station of its own, so that queues do not mix. */
final class Halls {

    private static final List<String> STATIONS = List.of("003", "004", "005", "006", "007", "008", "009", "010");

    private Halls() {}

    static String station(int number) {
        return "ST-150203" + STATIONS.get(number);
    }

    static Acting clerkAt(String station) {
        return Actings.with(
                "clerk",
                UnitCode.of(station),
                DivisionCode.of(station.substring(3)),
                HallWords.CHECK_IN,
                HallWords.CALL,
                HallWords.READ,
                HallWords.OPEN,
                HallWords.FIGURES);
    }

    static CheckInForm somebody(String name) {
        return form(Way.NAME, null, name, null, false, List.of());
    }

    static CheckInForm withCard(String number, String name) {
        return form(Way.CARD, number, name, null, false, List.of());
    }

    static CheckInForm form(
            Way way,
            @Nullable String idNumber,
            @Nullable String name,
            @Nullable String phone,
            boolean priority,
            List<String> items) {
        return new CheckInForm(way, idNumber, name, null, phone, null, items, priority, key());
    }

    static String key() {
        return UUID.randomUUID().toString();
    }
}
