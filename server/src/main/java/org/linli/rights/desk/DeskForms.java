package org.linli.rights.desk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.shared.IdDocument;

/** What the desk is asked; in the body, because a document number must not end up in an address and thus in logs. */
final class DeskForms {

    private DeskForms() {}

    /** A person, and that it was checked who it is. */
    record IdentifiedForm(
            @NotNull IdDocument.Kind documentKind,
            @NotBlank @Size(max = 30) String documentNumber,
            boolean identityChecked) {}

    record ReadersForm(
            @Valid @NotNull IdentifiedForm person,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable @Size(max = 100) String after) {}

    record LiftForm(@NotBlank @Size(max = 400) String reason) {}
}
