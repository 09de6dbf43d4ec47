package org.linli.casework.running;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moments as the database keeps them: to the microsecond, with its infinity for "never". */
final class Moments {

    /** Later than any other; PostgreSQL's {@code infinity}. */
    static final Instant NEVER = OffsetDateTime.MAX.toInstant();

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Moments() {}

    /** The day in the district. */
    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    static Optional<Instant> ofDue(Instant due) {
        return due.equals(NEVER) ? Optional.empty() : Optional.of(due);
    }

    /** The driver writes the greatest moment as {@code infinity}. */
    static @Nullable OffsetDateTime stored(@Nullable Instant instant) {
        if (instant == null) {
            return null;
        }
        return instant.equals(NEVER) ? OffsetDateTime.MAX : instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant read(@Nullable OffsetDateTime stored) {
        if (stored == null) {
            return null;
        }
        return stored.equals(OffsetDateTime.MAX) ? NEVER : stored.toInstant();
    }
}
