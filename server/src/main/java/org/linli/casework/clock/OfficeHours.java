package org.linli.casework.clock;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Office hours (办公时间) of a week. Make-up workdays at a weekend keep Monday's hours. */
public record OfficeHours(Map<DayOfWeek, List<Span>> week) {

    /** From opening to closing, to the minute. */
    public record Span(LocalTime from, LocalTime to) {

        public Span {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("an office cannot close before it opens: " + from + "-" + to);
            }
        }

        int minutes() {
            return to.toSecondOfDay() / 60 - from.toSecondOfDay() / 60;
        }
    }

    public OfficeHours {
        week = Map.copyOf(week);
        if (week.getOrDefault(DayOfWeek.MONDAY, List.of()).isEmpty()) {
            throw new IllegalArgumentException("office hours need those of Monday");
        }
    }

    /** The same spans from Monday to Friday, nothing at weekends. */
    public static OfficeHours weekdays(Span... spans) {
        var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, day.getValue() <= 5 ? List.of(spans) : List.of());
        }
        return new OfficeHours(week);
    }

    /** What this house starts with: 08:30-12:00 and 14:30-18:00, Monday to Friday. */
    public static OfficeHours usual() {
        return weekdays(
                new Span(LocalTime.of(8, 30), LocalTime.NOON), new Span(LocalTime.of(14, 30), LocalTime.of(18, 0)));
    }

    /** The hours of a working day; a make-up workday without hours of its own has Monday's. */
    List<Span> of(DayOfWeek day) {
        var spans = week.getOrDefault(day, List.of());
        return spans.isEmpty() ? week.getOrDefault(DayOfWeek.MONDAY, List.of()) : spans;
    }

    boolean opensOn(DayOfWeek day) {
        return !week.getOrDefault(day, List.of()).isEmpty();
    }
}
