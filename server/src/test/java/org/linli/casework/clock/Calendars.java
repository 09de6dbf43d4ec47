package org.linli.casework.clock;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** The shipped calendar for tests that need no database. */
public final class Calendars {

    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Calendars() {}

    public static WorkingCalendar shipped() {
        return with(Map.of());
    }

    public static WorkingCalendar shippedWith(String day, boolean worked) {
        return with(Map.of(LocalDate.parse(day), worked));
    }

    private static WorkingCalendar with(Map<LocalDate, Boolean> more) {
        var file = CalendarFile.read(text());
        var exceptions = new HashMap<LocalDate, Boolean>();
        file.days().forEach(day -> exceptions.put(day.day(), day.worked()));
        exceptions.putAll(more);
        return new WorkingCalendar(
                SHANGHAI,
                OfficeHours.usual(),
                exceptions,
                file.years().stream().map(Year::of).collect(Collectors.toSet()));
    }

    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static String text() {
        try {
            return new ClassPathResource("data/calendar/cn-statutory-days.csv")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
