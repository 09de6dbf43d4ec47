package org.linli.wearables.zone;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a zone is watched (时段), in the district's time.
 *
 * @param days 1 Monday, 2 Tuesday, 4 Wednesday … 64 Sunday, added up; the days on which it begins
 * @param to on the next day unless it is later than {@code from}: the same time means a whole day
 */
public record Schedule(int days, LocalTime from, LocalTime to) {

    public static final int EVERY_DAY = 127;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public Schedule {
        if (days < 1 || days > EVERY_DAY) {
            throw new IllegalArgumentException("no days of the week: " + days);
        }
    }

    /** Since when it has been watched without a break; empty while it is not. Without a break at all: since ever. */
    Optional<Instant> since(Instant at) {
        var local = at.atZone(ZONE);
        var day = local.toLocalTime().isBefore(from) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
        if (!isOn(day) || !at.isBefore(endOf(day))) {
            return Optional.empty();
        }
        if (from.equals(to)) {
            if (days == EVERY_DAY) {
                return Optional.of(Instant.MIN);
            }
            while (isOn(day.minusDays(1))) {
                day = day.minusDays(1);
            }
        }
        return Optional.of(day.atTime(from).atZone(ZONE).toInstant());
    }

    private Instant endOf(LocalDate day) {
        return (to.isAfter(from) ? day : day.plusDays(1))
                .atTime(to)
                .atZone(ZONE)
                .toInstant();
    }

    private boolean isOn(LocalDate day) {
        return (days & bit(day.getDayOfWeek())) != 0;
    }

    private static int bit(DayOfWeek day) {
        return 1 << day.ordinal();
    }
}
