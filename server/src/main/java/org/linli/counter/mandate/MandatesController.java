package org.linli.counter.mandate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.counter.mandate.MandateRows.Busy;
import org.linli.privacy.Masking;
import org.linli.shared.IdDocument;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/counter/mandates")
class MandatesController {

    private final MandateDesk desk;
    private final Clock clock;

    MandatesController(MandateDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** A mandate on a screen; the resident's values are masked, the agent's name is not. */
    record MandateView(
            UUID id,
            String maskedResident,
            String maskedDocument,
            UUID agentPosting,
            String agentName,
            String agentUnit,
            List<String> items,
            LocalDate from,
            LocalDate until,
            Mandate.Consent consent,
            boolean inForce,
            @Nullable UUID paper,
            Instant madeAt,
            String madeBy,
            @Nullable Instant revokedAt,
            @Nullable String revokedReason) {}

    @PostMapping
    MandateView makeMandate(Acting acting, @Valid @RequestBody MakeMandateForm form) {
        return view(desk.make(acting, form));
    }

    /** Why a mandate is taken back. */
    record RevokeForm(@NotBlank String reason) {}

    @PostMapping("/{id}/revoke")
    MandateView revokeMandate(Acting acting, @PathVariable UUID id, @Valid @RequestBody RevokeForm form) {
        return view(desk.revoke(acting, id, form.reason()));
    }

    /** Whose mandates are looked up. */
    record PersonForm(
            IdDocument.@NotNull Kind documentKind, @NotBlank String documentNumber) {}

    @PostMapping("/search")
    List<MandateView> searchMandates(Acting acting, @Valid @RequestBody PersonForm form) {
        var document = IdDocument.read(form.documentKind(), form.documentNumber(), LocalDate.now(clock));
        return desk.ofPerson(acting, document).stream().map(this::view).toList();
    }

    @GetMapping
    List<MandateView> listMandates(Acting acting) {
        return desk.atStation(acting).stream().map(this::view).toList();
    }

    @GetMapping("/busy-agents")
    List<Busy> listBusyAgents(Acting acting) {
        return desk.busy(acting);
    }

    private MandateView view(Mandate mandate) {
        return new MandateView(
                mandate.id(),
                Masking.name(mandate.residentName()),
                Masking.idNumber(mandate.residentDocument()),
                mandate.agent(),
                mandate.agentName(),
                mandate.agentUnit().value(),
                mandate.items(),
                mandate.from(),
                mandate.until(),
                mandate.consent(),
                mandate.isInForce(LocalDate.now(clock)),
                mandate.paper().orElse(null),
                mandate.madeAt(),
                mandate.madeBy(),
                mandate.revokedAt().orElse(null),
                mandate.revokedReason().orElse(null));
    }
}
