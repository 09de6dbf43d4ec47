package org.linli.rights.request;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.casework.PublicProgress;
import org.linli.rights.RightsReason;
import org.linli.rights.RightsSettings;
import org.linli.shared.Names;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a request stands, for whoever knows its number and the last four characters of the requester's document. */
@Service
class RequestProgress {

    private static final int PAIR = 4;

    /** What no document ends in. */
    private static final String NOTHING = "????";

    private final RequestRows rows;
    private final PublicProgress progress;
    private final RightsSettings settings;
    private final AuditTrail audit;

    RequestProgress(RequestRows rows, PublicProgress progress, RightsSettings settings, AuditTrail audit) {
        this.rows = rows;
        this.progress = progress;
        this.settings = settings;
        this.audit = audit;
    }

    /** A state it has reached. */
    record StepView(Names state, Instant at) {}

    /**
     * Where it stands, without anybody's name.
     *
     * @param answer of a refusal the reasons
     * @param complaintsTo where to turn when it was refused
     */
    record RequestProgressView(
            String caseNumber,
            Names kind,
            Names state,
            String turn,
            Names unit,
            @Nullable Instant due,
            Instant receivedAt,
            @Nullable Instant endedAt,
            Request.@Nullable Outcome outcome,
            @Nullable String answer,
            @Nullable String complaintsTo,
            List<String> toDo,
            List<StepView> steps) {}

    @Transactional
    RequestProgressView look(String number, String lastFour) {
        var found = rows.findByNumber(number);
        if (!matches(found, lastFour)) {
            throw Refusal.because(RightsReason.WRONG_PAIR);
        }
        var request = found.orElseThrow();
        audit.note(Acting.system("public-progress"), "rights.progress.read", "request:" + request.id(), Map.of());
        var stands = progress.of(request.caseId()).orElseThrow();
        var outcome = request.decision().map(Request.Decision::outcome);
        var unwelcome = outcome.filter(one -> one == Request.Outcome.REFUSED || one == Request.Outcome.BLOCKED)
                .isPresent();
        return new RequestProgressView(
                request.caseNumber(),
                request.kind().names(),
                stands.state(),
                stands.turn(),
                stands.unit(),
                stands.due().orElse(null),
                request.receivedAt(),
                stands.endedAt().orElse(null),
                outcome.orElse(null),
                request.decision()
                        .map(Request.Decision::answer)
                        .filter(text -> !text.isEmpty())
                        .orElse(null),
                unwelcome ? settings.complaintsTo() : null,
                stands.items(),
                stands.steps().stream()
                        .map(step -> new StepView(step.state(), step.at()))
                        .toList());
    }

    private static boolean matches(Optional<Request> request, String lastFour) {
        var tail = request.map(one -> one.requester().document().number())
                .map(number -> number.substring(Math.max(0, number.length() - PAIR)))
                .orElse(NOTHING);
        return MessageDigest.isEqual(
                tail.getBytes(StandardCharsets.UTF_8),
                lastFour.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }
}
