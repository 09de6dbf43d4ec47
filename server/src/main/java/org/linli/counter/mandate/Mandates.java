package org.linli.counter.mandate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.shared.IdDocument;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Whether somebody may act for a resident. */
@Component
public class Mandates {

    /** An agent's postings act only for others, and only under a mandate. */
    static final String AGENT = "agent";

    private final MandateRows rows;
    private final Clock clock;

    Mandates(MandateRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * The name of the agent whose mandate is used, or empty when the resident acts in person.
     *
     * @param resident the document of whoever it is for
     * @throws Refusal when a mandate is needed and missing, or does not fit the person, the agent, the matter or the day
     */
    public Optional<String> agentFor(Acting by, Optional<UUID> mandate, IdDocument resident, String item) {
        if (mandate.isEmpty()) {
            if (by.role().equals(AGENT)) {
                throw Refusal.ofField("mandate", MandateReason.MANDATE_NEEDED);
            }
            return Optional.empty();
        }
        var found =
                rows.find(mandate.get()).orElseThrow(() -> Refusal.ofField("mandate", MandateReason.MANDATE_UNKNOWN));
        check(by, found, resident, item);
        return Optional.of(found.agentName());
    }

    private void check(Acting by, Mandate mandate, IdDocument resident, String item) {
        if (mandate.revokedAt().isPresent()) {
            throw Refusal.ofField("mandate", MandateReason.MANDATE_REVOKED);
        }
        if (!mandate.document().number().equals(resident.number())) {
            throw Refusal.ofField("mandate", MandateReason.MANDATE_OTHER_PERSON);
        }
        if (by.role().equals(AGENT) && !mandate.agent().equals(by.posting().value())) {
            throw Refusal.ofField("mandate", MandateReason.MANDATE_OTHER_AGENT);
        }
        if (!MandateDesk.concerns(by, mandate)) {
            throw Refusal.ofField("mandate", MandateReason.MANDATE_UNKNOWN);
        }
        if (!mandate.items().contains(item)) {
            throw Refusal.ofField("mandate", MandateReason.MANDATE_OTHER_MATTER);
        }
        if (!mandate.isInForce(LocalDate.now(clock))) {
            throw Refusal.ofField("mandate", MandateReason.MANDATE_OUT_OF_TIME);
        }
    }
}
