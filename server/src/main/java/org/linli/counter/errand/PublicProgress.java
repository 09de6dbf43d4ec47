package org.linli.counter.errand;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.casework.CaseRatings;
import org.linli.casework.Cases;
import org.linli.counter.errand.ErrandView.PauseView;
import org.linli.counter.errand.ErrandView.StateView;
import org.linli.counter.errand.ErrandView.StepView;
import org.linli.shared.Names;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a matter stands, for whoever knows its number and the last four characters of the applicant's document. A wrong
 * pair is answered alike, whichever part is wrong, and after the same work.
 */
@Service
class PublicProgress {

    /** What no document ends in, compared with when there is no such case. */
    private static final String NOTHING = "????";

    private final ErrandFileRows rows;
    private final ErrandQueries queries;
    private final ErrandViews views;
    private final CorrectionRows supplements;
    private final Cases cases;
    private final CaseRatings ratings;
    private final AuditTrail audit;
    private final Clock clock;

    PublicProgress(
            ErrandFileRows rows,
            ErrandQueries queries,
            ErrandViews views,
            CorrectionRows supplements,
            Cases cases,
            CaseRatings ratings,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.queries = queries;
        this.views = views;
        this.supplements = supplements;
        this.cases = cases;
        this.ratings = ratings;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a resident sees of a matter: no name, no number but the case's own. */
    record ProgressView(
            String caseNumber,
            Names item,
            StateView state,
            Instant acceptedAt,
            @Nullable Instant due,
            boolean overdue,
            boolean ended,
            @Nullable String outcomeReason,
            List<String> toDo,
            @Nullable LocalDate toDoBy,
            List<Names> toFollow,
            @Nullable LocalDate followUntil,
            List<StepView> steps,
            List<PauseView> pauses,
            boolean mayRate) {}

    @Transactional
    ProgressView look(String number, String lastFour) {
        var now = clock.instant();
        var errand = identified(number, lastFour);
        audit.note(
                Acting.system("public-progress"),
                "counter.progress.read",
                "errand:" + errand.id().value(),
                Map.of());
        return view(errand, now);
    }

    /** The errand of a right pair; refuses a wrong one. */
    Errand identified(String number, String lastFour) {
        var errand = rows.findByNumber(number.strip());
        if (!matches(errand, lastFour)) {
            throw Refusal.because(ErrandReason.WRONG_PAIR);
        }
        return errand.orElseThrow();
    }

    private boolean matches(Optional<Errand> errand, String lastFour) {
        // Without such a case the same unsealing and comparing is done on one that the house keeps for it.
        var number = errand.map(one -> one.applicant().document().number()).orElseGet(rows::unsealNothing);
        var tail = errand.isPresent() ? number.substring(Math.max(0, number.length() - 4)) : NOTHING;
        return MessageDigest.isEqual(
                tail.getBytes(StandardCharsets.UTF_8),
                lastFour.strip().toUpperCase(java.util.Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private ProgressView view(Errand errand, Instant now) {
        var standing = cases.find(errand.caseId()).orElseThrow();
        var shown = views.of(errand);
        var asked = supplements.of(errand.id()).filter(one -> one.metAt().isEmpty());
        return new ProgressView(
                errand.caseNumber(),
                errand.itemNames(),
                shown.state(),
                errand.acceptedAt(),
                shown.due(),
                standing.due().filter(due -> due.isBefore(now)).isPresent() && !standing.ended(),
                standing.ended(),
                errand.departmentReason().orElse(null),
                asked.map(CorrectionRows.Supplement::items).orElse(List.of()),
                asked.map(CorrectionRows.Supplement::answerBy).orElse(null),
                errand.outstanding().stream().map(Errand.Given::names).toList(),
                errand.outstanding().isEmpty() ? null : errand.followUntil().orElse(null),
                shown.steps(),
                queries.pauses(errand.caseId().value()).stream()
                        .map(pause -> new PauseView(pause.from(), pause.to(), pause.reason()))
                        .toList(),
                ratings.isOpen(errand.caseId(), ""));
    }
}
