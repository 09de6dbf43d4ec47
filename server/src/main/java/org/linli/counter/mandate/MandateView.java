package org.linli.counter.mandate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.shared.Names;

/** A mandate on a screen; the resident's values are masked, the agent's name is not. */
record MandateView(
        UUID id,
        String maskedResident,
        String maskedDocument,
        UUID agentPosting,
        String agentName,
        Names agentUnit,
        List<MandateItemView> items,
        LocalDate from,
        LocalDate until,
        Mandate.Consent consent,
        UUID consentFile,
        boolean inForce,
        @Nullable UUID paper,
        Instant madeAt,
        String madeBy,
        @Nullable Instant revokedAt,
        @Nullable String revokedReason) {

    /** An item the agent may ask for. */
    record MandateItemView(String code, Names names) {}
}
