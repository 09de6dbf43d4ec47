package org.linli.casework.clock;

import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A year of the calendar as people look at it. */
@Component
class CalendarYears {

    private final CalendarInForce calendar;
    private final CalendarRows rows;

    CalendarYears(CalendarInForce calendar, CalendarRows rows) {
        this.calendar = calendar;
        this.rows = rows;
    }

    /**
     * A year.
     *
     * @param known whether its statutory days off are known; else weeks are taken as plain
     */
    record YearView(int year, boolean known, List<DayView> days, List<SpanView> hours, int workedDays) {}

    /** Office hours of a weekday, 1 being Monday. */
    record SpanView(int weekday, String from, String to) {}

    /** A day that differs from the plain week; {@code why} and {@code by} are there when it was entered here. */
    record DayView(
            LocalDate day,
            boolean worked,
            String name,
            boolean enteredHere,
            @Nullable String why,
            @Nullable String by) {}

    YearView year(int year) {
        var inForce = calendar.terms().calendar();
        var shipped = calendar.shippedDays();
        Map<LocalDate, CalendarRows.Row> entered = new HashMap<>();
        rows.inForce().forEach(row -> entered.put(row.day(), row));
        var dates = new TreeSet<LocalDate>();
        dates.addAll(shipped.keySet());
        dates.addAll(entered.keySet());
        var days = dates.stream()
                .filter(date -> date.getYear() == year)
                .map(date -> view(date, shipped.get(date), entered.get(date)))
                .toList();
        var first = LocalDate.of(year, 1, 1);
        var worked = inForce.workedBetween(first.minusDays(1), LocalDate.of(year, 12, 31));
        return new YearView(year, calendar.years(Set.of()).contains(Year.of(year)), days, hours(inForce), worked);
    }

    private static DayView view(LocalDate date, @Nullable DayEntry shipped, CalendarRows.@Nullable Row entered) {
        if (entered != null) {
            return new DayView(date, entered.worked(), entered.name(), true, entered.why(), entered.by());
        }
        var day = java.util.Objects.requireNonNull(shipped);
        return new DayView(date, day.worked(), day.name(), false, null, null);
    }

    private static List<SpanView> hours(WorkingCalendar calendar) {
        return calendar.hours().week().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(day -> day.getValue().stream()
                        .map(span -> new SpanView(
                                day.getKey().getValue(),
                                span.from().toString(),
                                span.to().toString())))
                .collect(Collectors.toList());
    }
}
