package org.linli.counter.hall;

import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.casework.CaseId;
import org.linli.casework.CaseSnapshot;
import org.linli.casework.CaseSubject;
import org.linli.casework.Cases;
import org.linli.casework.OpenCase;
import org.linli.privacy.FieldCipher;
import org.linli.shared.Names;
import org.linli.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rating (好差评, GB/T 39735): once a visit, no grade set beforehand, a reason for the two lowest. Who hears {@link VisitRated}
 * rates the cases that ended in the visit; where none did, a bad grade opens a rectification about the visit itself.
 */
@Service
class RatingVisits {

    static final String WORDS = "counter.rating.words";
    private static final int NEEDS_REASON = 2;
    private static final Acting TABLET = Acting.system("rating");

    private final RatingRows rows;
    private final ErrandRows errands;
    private final Cases cases;
    private final ApplicationEventPublisher events;
    private final Stations stations;
    private final FieldCipher cipher;
    private final Clock clock;

    RatingVisits(
            RatingRows rows,
            ErrandRows errands,
            Cases cases,
            ApplicationEventPublisher events,
            Stations stations,
            FieldCipher cipher,
            Clock clock) {
        this.rows = rows;
        this.errands = errands;
        this.cases = cases;
        this.events = events;
        this.stations = stations;
        this.cipher = cipher;
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
        var words = Optional.ofNullable(form.words()).map(String::strip).filter(text -> !text.isEmpty());
        if (form.grade() <= NEEDS_REASON && form.reasons().isEmpty() && words.isEmpty()) {
            throw Refusal.ofField("reasons", HallReason.RATING_NEEDS_REASON);
        }
        var reasons = form.reasons().stream().map(Enum::name).toList();
        var sealed = words.map(text -> cipher.seal(WORDS, text)).orElse(null);
        if (!rows.use(rated.code(), form.grade(), reasons, sealed, clock.instant())) {
            throw Refusal.because(HallReason.RATING_CODE_USED);
        }
        events.publishEvent(
                new VisitRated(new VisitId(rated.visit()), form.grade(), new HashSet<>(reasons), words.orElse("")));
        if (form.grade() <= NEEDS_REASON && !hasEndedCase(rated)) {
            rectify(rated, form.grade());
        }
    }

    private boolean hasEndedCase(RatingRows.RatingCode rated) {
        return errands.cases(rated.visit()).stream()
                .flatMap(id -> cases.find(new CaseId(id)).stream())
                .anyMatch(CaseSnapshot::ended);
    }

    private void rectify(RatingRows.RatingCode rated, int grade) {
        var station = stations.require(rated.station());
        cases.open(
                TABLET,
                new OpenCase(
                        "review-rectification",
                        Names.of(
                                "差评整改：窗口服务 " + rated.ticket(),
                                "Rectification of service at the window, " + rated.ticket()),
                        new CaseSubject("counter.visit", rated.visit().toString()),
                        station.area(),
                        station.code(),
                        Optional.empty(),
                        Map.of("grade", grade),
                        Optional.empty(),
                        Optional.empty(),
                        "rating:" + rated.visit()));
    }
}
