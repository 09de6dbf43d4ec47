package org.linli.casework.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.shared.Refusal;

/**
 * Working calendar (工作日历) of a district: which days are worked, statutory days off and make-up workdays included, and
 * in which hours. All sums are prepared when it is made, so that a deadline is an array look-up. A year whose statutory
 * days are not known yet is taken as plain weeks, and {@link #assumedFrom} says so.
 */
public final class WorkingCalendar {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);
    private static final long BASE = FIRST.toEpochDay();
    private static final int DAYS = (int) (LAST.toEpochDay() - BASE + 1);

    private final ZoneId zone;
    private final OfficeHours hours;
    private final Set<Year> knownYears;
    /** Before day i: how many days were worked, and how many office minutes they had. */
    private final int[] workedBefore = new int[DAYS + 1];

    private final long[] minutesBefore = new long[DAYS + 1];
    private final int[] workedDays;

    /**
     * @param exceptions days that differ from the plain week: true is worked, false is off
     * @param knownYears years whose statutory days are known
     */
    public WorkingCalendar(ZoneId zone, OfficeHours hours, Map<LocalDate, Boolean> exceptions, Set<Year> knownYears) {
        this.zone = zone;
        this.hours = hours;
        this.knownYears = Set.copyOf(knownYears);
        var worked = new int[DAYS];
        var count = 0;
        for (var i = 0; i < DAYS; i++) {
            var date = LocalDate.ofEpochDay(BASE + i);
            var works = exceptions.getOrDefault(date, hours.opensOn(date.getDayOfWeek()));
            workedBefore[i + 1] = workedBefore[i] + (works ? 1 : 0);
            minutesBefore[i + 1] = minutesBefore[i] + (works ? minutesOf(date) : 0);
            if (works) {
                worked[count++] = i;
            }
        }
        workedDays = Arrays.copyOf(worked, count);
    }

    public ZoneId zone() {
        return zone;
    }

    public OfficeHours hours() {
        return hours;
    }

    public LocalDate dateOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    public boolean isWorked(LocalDate date) {
        var i = index(date);
        return workedBefore[i + 1] > workedBefore[i];
    }

    /** The first year up to {@code date} whose statutory days off are not known; none when all are known. */
    public Optional<Year> assumedFrom(LocalDate start, LocalDate date) {
        for (var year = start.getYear(); year <= date.getYear(); year++) {
            if (!knownYears.contains(Year.of(year))) {
                return Optional.of(Year.of(year));
            }
        }
        return Optional.empty();
    }

    /** How many days are worked after {@code from}, up to and including {@code to}; 0 when {@code to} is not later. */
    public int workedBetween(LocalDate from, LocalDate to) {
        return to.isAfter(from) ? workedBefore[index(to) + 1] - workedBefore[index(from) + 1] : 0;
    }

    /** The n-th worked day after {@code date}; with 0 the date itself when it is worked, else the next that is. */
    public LocalDate workedDay(LocalDate date, int n) {
        var start = n == 0 ? workedBefore[index(date)] : workedBefore[index(date) + 1] + n - 1;
        if (start >= workedDays.length) {
            throw new IllegalArgumentException("beyond the calendar's last year: " + date + " + " + n);
        }
        return LocalDate.ofEpochDay(BASE + workedDays[start]);
    }

    /** When the office closes on a worked day. */
    public Instant closing(LocalDate date) {
        return date.atTime(hours.of(date.getDayOfWeek()).getLast().to())
                .atZone(zone)
                .toInstant();
    }

    public boolean isOpen(Instant instant) {
        var local = instant.atZone(zone);
        return isWorked(local.toLocalDate())
                && hours.of(local.getDayOfWeek()).stream()
                        .anyMatch(span -> !local.toLocalTime().isBefore(span.from())
                                && local.toLocalTime().isBefore(span.to()));
    }

    /** This moment while the office is open, else when it next opens. */
    public Instant nextOpen(Instant instant) {
        return isOpen(instant) ? instant : momentOf(officeMinutesAt(instant), true);
    }

    /** Whole office minutes from the beginning of the calendar to a moment; it only ever grows. */
    long officeMinutesAt(Instant instant) {
        var local = instant.atZone(zone);
        var i = index(local.toLocalDate());
        var minutes = minutesBefore[i];
        if (isWorked(local.toLocalDate())) {
            for (var span : hours.of(local.getDayOfWeek())) {
                var passed = (local.toLocalTime().toSecondOfDay() - span.from().toSecondOfDay()) / 60;
                minutes += Math.clamp(passed, 0, span.minutes());
            }
        }
        return minutes;
    }

    /** The moment by which so many office minutes have passed: at a break its end when {@code late}, else its start. */
    Instant momentOf(long officeMinutes, boolean late) {
        var i = Arrays.binarySearch(minutesBefore, officeMinutes);
        var day = i < 0 ? -i - 2 : edge(i, late);
        var rest = (int) (officeMinutes - minutesBefore[day]);
        var date = LocalDate.ofEpochDay(BASE + day);
        for (var span : hours.of(date.getDayOfWeek())) {
            if (rest < span.minutes() || (!late && rest == span.minutes())) {
                return date.atTime(span.from()).plusMinutes(rest).atZone(zone).toInstant();
            }
            rest -= span.minutes();
        }
        throw new IllegalArgumentException("beyond the calendar's last year");
    }

    /** Several days share a sum around days off: the last of them is the one that works next, late; early, the one before. */
    private int edge(int found, boolean late) {
        var sum = minutesBefore[found];
        var first = found;
        while (first > 0 && minutesBefore[first - 1] == sum) {
            first--;
        }
        if (!late && first > 0) {
            return first - 1;
        }
        var last = found;
        while (last < DAYS - 1 && minutesBefore[last + 1] == sum) {
            last++;
        }
        return last;
    }

    int usualMinutesADay() {
        return minutesOf(LocalDate.of(2024, 1, 1));
    }

    private int minutesOf(LocalDate date) {
        return hours.of(date.getDayOfWeek()).stream()
                .mapToInt(OfficeHours.Span::minutes)
                .sum();
    }

    private static int index(LocalDate date) {
        var i = date.toEpochDay() - BASE;
        if (i < 0 || i >= DAYS) {
            throw Refusal.because(CalendarReason.CALENDAR_OUT_OF_YEARS, FIRST.toString(), LAST.toString());
        }
        return (int) i;
    }
}
