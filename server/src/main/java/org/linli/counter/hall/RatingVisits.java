package org.linli.counter.hall;

import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import org.linli.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rating (好差评, GB/T 39735): once a visit, no grade set beforehand, a reason for the two lowest. */
@Service
class RatingVisits {

    private static final int NEEDS_REASON = 2;

    private final RatingRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RatingVisits(RatingRows rows, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    RatingRows.RatingCode open(String code) {
        var found = rows.find(code.strip().toUpperCase(Locale.ROOT))
                .orElseThrow(() -> Refusal.because(HallReason.RATING_CODE_UNKNOWN));
        if (found.usedAt() != null) {
            throw Refusal.because(HallReason.RATING_CODE_USED);
        }
        if (!found.expiresAt().isAfter(clock.instant())) {
            throw Refusal.because(HallReason.RATING_CODE_EXPIRED);
        }
        return found;
    }

    @Transactional
    public void rate(String code, RatingForm form) {
        var rated = open(code);
        var words = form.words() == null || form.words().isBlank()
                ? null
                : form.words().strip();
        if (form.grade() <= NEEDS_REASON && form.reasons().isEmpty() && words == null) {
            throw Refusal.ofField("reasons", HallReason.RATING_NEEDS_REASON);
        }
        var reasons = form.reasons().stream().map(Enum::name).toList();
        if (!rows.use(rated.code(), form.grade(), reasons, words, clock.instant())) {
            throw Refusal.because(HallReason.RATING_CODE_USED);
        }
        events.publishEvent(new VisitRated(
                new VisitId(rated.visit()), form.grade(), new HashSet<>(reasons), words == null ? "" : words));
    }
}
