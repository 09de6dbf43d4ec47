package org.linli.rights.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.shared.IdDocument;

/**
 * A request as it is handed in.
 *
 * @param subject whose data it is about, when it is somebody else's
 * @param proofFile an upload of the posting's: proof that the requester may act for the person
 */
record ReceiveRequestForm(
        @NotBlank @Size(max = 60) String requestKey,
        @NotNull RequestKind kind,
        @NotNull AskedBy askedBy,
        @NotNull IdentityCheck identity,
        @Valid @NotNull PartyForm requester,
        @Nullable @Size(max = 20) String phone,
        @Nullable @Valid PartyForm subject,
        @NotNull @Size(max = 1000) String wish,
        @Nullable @Size(max = 10) List<@Valid CorrectionForm> corrections,
        @Nullable UUID proofFile) {

    /** Somebody by name and document. */
    record PartyForm(
            @NotBlank @Size(max = 60) String name,
            @NotNull IdDocument.Kind documentKind,
            @NotBlank @Size(max = 30) String documentNumber) {}

    /** A field and what it should say. */
    record CorrectionForm(
            @NotNull CorrectedField field,
            @NotBlank @Size(max = 100) String value) {}
}
