package org.linli.wearables.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.linli.shared.Refusal;
import org.linli.wearables.WearablesReason;

/**
 * A time that is asked for, by the devices' clocks.
 *
 * <p>History lies in partitions by when it came, and is asked for by when it was. What is not marked as doubtful came a day
 * after it was at the latest, and from a clock that is minutes ahead at most; with these bounds, which leave room for both,
 * the database opens a handful of partitions instead of all.
 *
 * @param to the first moment beyond
 */
record Span(Instant from, Instant to) {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Duration LATE = Duration.ofDays(2);

    /** @throws Refusal unless it begins before it ends, and is no longer than this */
    static Span of(Instant from, Instant to, Duration longest) {
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(longest) > 0) {
            throw Refusal.ofField("to", WearablesReason.SPAN_NOT_POSSIBLE, longest.toHours());
        }
        return new Span(from, to);
    }

    /** Whole days that end with this one. */
    static Span until(LocalDate today, int days) {
        var beyond = today.plusDays(1);
        return new Span(start(beyond.minusDays(days)), start(beyond));
    }

    Instant receivedFrom() {
        return from.minus(AHEAD);
    }

    Instant receivedTo() {
        return to.plus(LATE);
    }

    /** Its day, or the first and the last. */
    String days() {
        var first = dayOf(from);
        var last = dayOf(to.minusNanos(1));
        return first.equals(last) ? first.toString() : first + "/" + last;
    }

    static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, CHINA);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(CHINA).toInstant();
    }
}
