package org.linli.registry.residence;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.registry.PersonId;
import org.linli.registry.change.VoidForm;
import org.linli.registry.change.WhyForm;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Moving in and out, and correcting what was said of it. */
@RestController
@RequestMapping("/api/registry/residences")
class ResidenceController {

    private final Residences residences;

    ResidenceController(Residences residences) {
        this.residences = residences;
    }

    record MoveInForm(
            @NotNull UUID person,
            @NotNull UUID dwelling,
            @NotNull ResidenceKind kind,
            @Nullable String inflowReason,
            @NotNull LocalDate from,
            @Valid @NotNull WhyForm why) {}

    record MovedInView(UUID residence) {}

    record MoveOutForm(
            int revision,
            @NotNull LocalDate until,
            boolean registrationStays,
            @Valid @NotNull WhyForm why) {}

    record CorrectResidenceForm(
            int revision,
            @NotNull ResidenceKind kind,
            @Nullable String inflowReason,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Valid @NotNull WhyForm why) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MovedInView moveIn(Acting by, @Valid @RequestBody MoveInForm form) {
        var in = new MoveIn(
                new PersonId(form.person()),
                form.dwelling(),
                form.kind(),
                Optional.ofNullable(form.inflowReason()),
                form.from());
        return new MovedInView(residences.moveIn(by, in, form.why().because()));
    }

    @PostMapping("/{id}/move-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void moveOut(Acting by, @PathVariable UUID id, @Valid @RequestBody MoveOutForm form) {
        residences.moveOut(
                by,
                id,
                form.revision(),
                form.until(),
                form.registrationStays(),
                form.why().because());
    }

    @PostMapping("/{id}/correct")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void correctResidence(Acting by, @PathVariable UUID id, @Valid @RequestBody CorrectResidenceForm form) {
        var inflow = Optional.ofNullable(form.inflowReason()).filter(code -> !code.isBlank());
        var correction = new Residences.Correction(form.kind(), inflow, form.from(), form.until());
        residences.correct(by, id, form.revision(), correction, form.why().because());
    }

    @PostMapping("/{id}/void")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void voidResidence(Acting by, @PathVariable UUID id, @Valid @RequestBody VoidForm form) {
        residences.voidOne(by, id, form.revision(), form.why().because());
    }
}
