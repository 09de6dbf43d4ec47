package org.linli.casework.clock;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.casework.clock.OfficeHours.Span;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The district's hours.
 *
 * @param zone where the district lies; Asia/Shanghai unless set
 * @param hours spans such as {@code 08:30-12:00} of each weekday; those of {@link OfficeHours#usual} unless set
 */
@ConfigurationProperties("linli.casework.calendar")
record CalendarSettings(@Nullable ZoneId zone, @Nullable Map<DayOfWeek, List<String>> hours) {

    ZoneId zoneInForce() {
        return zone == null ? ZoneId.of("Asia/Shanghai") : zone;
    }

    OfficeHours hoursInForce() {
        if (hours == null || hours.isEmpty()) {
            return OfficeHours.usual();
        }
        var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        hours.forEach((day, spans) ->
                week.put(day, spans.stream().map(CalendarSettings::span).toList()));
        return new OfficeHours(week);
    }

    private static Span span(String text) {
        var parts = text.split("-", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("office hours are written 08:30-12:00, not " + text);
        }
        return new Span(LocalTime.parse(parts[0].strip()), LocalTime.parse(parts[1].strip()));
    }
}
