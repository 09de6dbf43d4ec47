package org.linli.counter.mandate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.linli.counter.mandate.Mandate.Consent;
import org.linli.shared.IdDocument.Kind;

/** A mandate as the desk sends it; the agent's name and unit are the posting's own. */
record MakeMandateForm(
        @NotBlank @Size(max = 80) String requestKey,
        @NotBlank @Size(max = 60) String residentName,
        @NotNull Kind documentKind,
        @NotBlank @Size(max = 30) String documentNumber,
        @NotNull UUID agentPosting,
        @NotEmpty @Size(max = 97) List<String> items,
        @NotNull LocalDate from,
        @NotNull LocalDate until,
        @NotNull Consent consent,
        @NotNull UUID consentFile) {}
