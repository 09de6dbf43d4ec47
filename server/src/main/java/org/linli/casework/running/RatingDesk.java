package org.linli.casework.running;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.access.Acting;
import org.linli.casework.CaseEvent.CaseRated;
import org.linli.casework.CaseId;
import org.linli.casework.CaseRatings;
import org.linli.casework.CaseSubject;
import org.linli.casework.CaseworkReason;
import org.linli.casework.OpenCase;
import org.linli.casework.procedure.Procedure;
import org.linli.casework.procedure.Procedures;
import org.linli.shared.Names;
import org.linli.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes ratings, and has bad ones looked into. */
@Service
class RatingDesk implements CaseRatings {

    private static final int WORST_THAT_PASSES = 3;
    private static final Pattern REASON = Pattern.compile("[A-Z][A-Z_]{1,39}");
    private static final Acting HOUSE = Acting.system("rating");

    private final CaseRows cases;
    private final CaseRatingRows rows;
    private final Procedures procedures;
    private final Opening opening;
    private final Sealing sealing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RatingDesk(
            CaseRows cases,
            CaseRatingRows rows,
            Procedures procedures,
            Opening opening,
            Sealing sealing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.rows = rows;
        this.procedures = procedures;
        this.opening = opening;
        this.sealing = sealing;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void rate(Acting by, Given rating) {
        by.require(CaseworkWords.ACT);
        check(rating);
        var file = cases.find(rating.id()).orElseThrow(() -> Refusal.because(CaseworkReason.NO_SUCH_CASE));
        var procedure = procedures.version(file.procedure(), file.version()).orElseThrow();
        var now = clock.instant();
        requireRateable(file, procedure, now);
        if (!rows.insert(rating, sealing.rating(rating.words()), file.now().unit(), now)) {
            if (rows.isRepeated(rating)) {
                return;
            }
            throw Refusal.because(CaseworkReason.RATED_ALREADY);
        }
        if (rating.grade() < WORST_THAT_PASSES) {
            rectify(file, procedure, rating);
        }
        events.publishEvent(new CaseRated(file.id(), file.procedure(), file.subject(), rating.grade(), now));
    }

    @Override
    public boolean isOpen(CaseId id, String visit) {
        return cases.find(id)
                .filter(file -> isRateable(
                        file,
                        procedures.version(file.procedure(), file.version()).orElseThrow(),
                        clock.instant()))
                .filter(_ -> !rows.isRated(id, visit))
                .isPresent();
    }

    private static void check(Given rating) {
        if (rating.grade() < 1 || rating.grade() > 5) {
            throw Refusal.ofField("grade", CaseworkReason.NO_SUCH_GRADE);
        }
        var isReasonless = rating.reasons().isEmpty() && rating.words().isBlank();
        if (rating.grade() < WORST_THAT_PASSES && isReasonless) {
            throw Refusal.ofField("reasons", CaseworkReason.RATING_NEEDS_REASON);
        }
        if (!rating.reasons().stream().allMatch(reason -> REASON.matcher(reason).matches())) {
            throw Refusal.ofField("reasons", CaseworkReason.RATING_NEEDS_REASON);
        }
    }

    private static void requireRateable(CaseFile file, Procedure procedure, Instant now) {
        if (!isRateable(file, procedure, now)) {
            throw Refusal.because(CaseworkReason.NOT_RATEABLE);
        }
    }

    private static boolean isRateable(CaseFile file, Procedure procedure, Instant now) {
        var endedAt = file.now().endedAt();
        return procedure.rating().allowed()
                && endedAt != null
                && !now.isAfter(endedAt.plus(procedure.rating().window()));
    }

    /** The unit that handled it puts it right; the handlers are told apart by the procedure's rights. */
    private void rectify(CaseFile file, Procedure procedure, Given rating) {
        procedure.rating().rectification().ifPresent(key -> {
            var opened = opening.open(
                    HOUSE, request(key, file, rating), null, file.now().handlers());
            rows.rectifiedBy(rating, opened.id());
        });
    }

    private static OpenCase request(String procedure, CaseFile file, Given rating) {
        return new OpenCase(
                procedure,
                Names.of(
                        "差评整改：" + file.title().zh(),
                        "Rectification of " + file.title().en()),
                new CaseSubject("casework.case", file.id().value().toString()),
                file.area(),
                file.station(),
                Optional.empty(),
                Map.of("grade", rating.grade()),
                Optional.empty(),
                Optional.of(new CaseId(file.id().value())),
                "rating:" + file.id().value() + ":" + rating.visit());
    }
}
