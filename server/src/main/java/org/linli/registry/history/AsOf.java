package org.linli.registry.history;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.registry.RegistryReason;
import org.linli.shared.Refusal;

/**
 * As of which day (截至日期) a page is read: what the base held when that day ended.
 *
 * @param end the first instant after the day
 */
public record AsOf(LocalDate day, Instant end, boolean today) {

    /** Behind everything written. */
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    /** Today where no day was named; refuses days to come. */
    public static AsOf of(@Nullable LocalDate day, Clock clock) {
        var today = LocalDate.now(clock);
        if (day == null || day.equals(today)) {
            return new AsOf(today, EVER, true);
        }
        if (day.isAfter(today)) {
            throw Refusal.ofField("on", RegistryReason.DATE_IN_FUTURE, day);
        }
        return new AsOf(day, day.plusDays(1).atStartOfDay(clock.getZone()).toInstant(), false);
    }

    /** What follows a table's name: nothing today, else the view that holds the earlier versions too. */
    public String versions() {
        return today ? "" : "_version";
    }

    /** Which version was in force, as a condition; it takes {@link #stamp} as {@code :end}. */
    public String condition(String alias) {
        return "and %1$s.changed_at < :end".formatted(alias)
                + (today ? "" : " and (%1$s.until is null or %1$s.until >= :end)".formatted(alias));
    }

    public Timestamp stamp() {
        return Timestamp.from(end);
    }

    /** What the audit trail is told. */
    public Map<String, String> facts() {
        return today ? Map.of() : Map.of("on", day.toString());
    }
}
