package org.linli.registry.residence;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.linli.registry.Codes;
import org.linli.registry.PersonId;
import org.linli.registry.RegistryReason;
import org.linli.shared.Refusal;

/**
 * Somebody moves in (迁入).
 *
 * @param inflowReason why somebody floating came, GB/T 31000
 */
public record MoveIn(
        PersonId person, UUID dwelling, ResidenceKind kind, Optional<String> inflowReason, LocalDate from) {

    public MoveIn {
        inflowReason = inflowReason.map(String::strip).filter(code -> !code.isEmpty());
        requireReason(kind, inflowReason);
    }

    static void requireReason(ResidenceKind kind, Optional<String> inflowReason) {
        Codes.require(Codes.Table.INFLOW_REASON, inflowReason);
        if (kind == ResidenceKind.FLOATING && inflowReason.isEmpty()) {
            throw Refusal.ofField("inflowReason", RegistryReason.INFLOW_REASON_MISSING);
        }
    }
}
