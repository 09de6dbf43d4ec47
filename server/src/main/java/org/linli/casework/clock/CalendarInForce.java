package org.linli.casework.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.shared.StartRefusal;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The calendar in force: the program's own file, then what was imported or changed here. Made anew when something
 * changes; a change by another process is seen within ten seconds.
 */
@Component
class CalendarInForce implements WorkingCalendars {

    private static final String FILE = "data/calendar/cn-statutory-days.csv";
    private static final long LOOK_EVERY_NANOS = 10_000_000_000L;

    private final CalendarRows rows;
    private final CalendarSettings settings;
    private final CalendarFile shipped;
    private volatile Terms terms;
    private volatile String mark;
    private volatile long lookedAt;

    CalendarInForce(CalendarRows rows, CalendarSettings settings) {
        this.rows = rows;
        this.settings = settings;
        this.shipped = shipped();
        mark = rows.mark();
        terms = new Terms(calendar(List.of(), Set.of()));
        lookedAt = System.nanoTime();
    }

    @Override
    public Terms terms() {
        if (System.nanoTime() - lookedAt >= LOOK_EVERY_NANOS) {
            lookedAt = System.nanoTime();
            if (!rows.mark().equals(mark)) {
                reload();
            }
        }
        return terms;
    }

    @Override
    public WorkingCalendar with(List<Day> days) {
        return calendar(
                days.stream()
                        .map(day -> new DayEntry(day.day(), day.worked(), ""))
                        .toList(),
                Set.of());
    }

    synchronized void reload() {
        mark = rows.mark();
        terms = new Terms(calendar(List.of(), Set.of()));
        lookedAt = System.nanoTime();
    }

    /** The calendar as it would be with these days and years on top. */
    WorkingCalendar calendar(List<DayEntry> days, Set<Integer> moreYears) {
        var exceptions = new HashMap<LocalDate, Boolean>();
        shipped.days().forEach(day -> exceptions.put(day.day(), day.worked()));
        rows.inForce().forEach(row -> exceptions.put(row.day(), row.worked()));
        days.forEach(day -> exceptions.put(day.day(), day.worked()));
        return new WorkingCalendar(settings.zoneInForce(), settings.hoursInForce(), exceptions, years(moreYears));
    }

    Set<Year> years(Set<Integer> more) {
        var years = new HashSet<Year>();
        shipped.years().forEach(year -> years.add(Year.of(year)));
        rows.years().forEach(year -> years.add(Year.of(year)));
        more.forEach(year -> years.add(Year.of(year)));
        return years;
    }

    /** The program's own days by date. */
    Map<LocalDate, DayEntry> shippedDays() {
        var days = new HashMap<LocalDate, DayEntry>();
        shipped.days().forEach(day -> days.put(day.day(), day));
        return days;
    }

    private static CalendarFile shipped() {
        try {
            var file = CalendarFile.read(new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8));
            if (!file.faults().isEmpty()) {
                throw new StartRefusal("Faults in " + FILE + ": " + file.faults());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
