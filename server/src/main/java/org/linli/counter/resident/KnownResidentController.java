package org.linli.counter.resident;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.counter.hall.VisitId;
import org.linli.counter.resident.KnownResidents.Known;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument.Kind;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Fills the form of whoever stands at the window from the registry. */
@RestController
@RequestMapping("/api/counter/residents")
class KnownResidentController {

    /** Who stands at the window; in the body, so that the number ends up in no log. */
    record KnownResidentForm(
            @NotNull Kind documentKind,
            @NotBlank @Size(max = 30) String documentNumber,
            @NotNull UUID visit) {}

    /** What the registry knows of them; {@code known} is false when it does not know them. */
    record KnownResidentView(
            boolean known,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String community) {

        static KnownResidentView of(Known known) {
            return new KnownResidentView(
                    true,
                    known.name(),
                    known.phone().orElse(null),
                    known.address().orElse(null),
                    known.community().map(DivisionCode::value).orElse(null));
        }
    }

    private final KnownResidents residents;

    KnownResidentController(KnownResidents residents) {
        this.residents = residents;
    }

    @PostMapping("/known")
    KnownResidentView findKnownResident(Acting by, @Valid @RequestBody KnownResidentForm form) {
        return residents
                .find(by, form.documentKind(), form.documentNumber(), VisitId.of(form.visit()))
                .map(KnownResidentView::of)
                .orElseGet(() -> new KnownResidentView(false, null, null, null, null));
    }
}
