package org.linli.counter.paper;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.shared.Names;

/**
 * What anybody who holds a check code is told.
 *
 * @param verdict genuine, withdrawn, unknown or altered
 */
record PaperCheckView(
        Verdict verdict,
        @Nullable Names title,
        @Nullable String number,
        @Nullable Names unit,
        @Nullable LocalDate issuedOn,
        @Nullable String maskedHolder,
        @Nullable LocalDate withdrawnOn) {

    /** What the code turned out to be. */
    enum Verdict {
        GENUINE,
        WITHDRAWN,
        UNKNOWN,
        ALTERED;

        @com.fasterxml.jackson.annotation.JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static PaperCheckView of(Verdict verdict) {
        return new PaperCheckView(verdict, null, null, null, null, null, null);
    }

    static PaperCheckView of(Verdict verdict, Paper paper, Names unit, ZoneId zone) {
        return new PaperCheckView(
                verdict,
                paper.title(),
                paper.number(),
                unit,
                LocalDate.ofInstant(paper.issuedAt(), zone),
                paper.maskedHolder(),
                paper.withdrawal()
                        .map(withdrawal -> LocalDate.ofInstant(withdrawal.at(), zone))
                        .orElse(null));
    }
}
