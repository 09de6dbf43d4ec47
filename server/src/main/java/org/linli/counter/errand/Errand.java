package org.linli.counter.errand;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.area.UnitCode;
import org.linli.casework.CaseId;
import org.linli.counter.catalogue.Item.Kind;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;

/**
 * Errand (办件): one item asked for by one person, with how each material was met. Where it stands is its case's business.
 *
 * @param item the item's code; its version is pinned, whatever is published later
 * @param findings what verification found, which certificates print
 * @param agent name of the agent who acts for the applicant
 */
record Errand(
        ErrandId id,
        CaseId caseId,
        String caseNumber,
        UnitCode station,
        DivisionCode area,
        Optional<Integer> window,
        Optional<UUID> visit,
        String item,
        int itemVersion,
        Names itemNames,
        Kind kind,
        Applicant applicant,
        byte[] person,
        Map<String, Object> form,
        Map<String, Object> findings,
        List<Given> materials,
        Optional<LocalDate> followUntil,
        Optional<String> agent,
        Instant acceptedAt,
        Optional<Instant> finishedAt,
        Optional<String> departmentReason) {

    /** The kind of subject its case has. */
    static final String SUBJECT = "counter.errand";

    /**
     * How one material was met (材料).
     *
     * @param files its photos and scans
     */
    record Given(
            String code,
            Names names,
            MaterialState state,
            List<UUID> files,
            Optional<UUID> held,
            Optional<Instant> settledAt) {

        boolean outstanding() {
            return state == MaterialState.FOLLOWS && settledAt.isEmpty();
        }
    }

    List<Given> outstanding() {
        return materials.stream().filter(Given::outstanding).toList();
    }

    boolean committed() {
        return materials.stream().anyMatch(given -> given.state() == MaterialState.COMMITTED);
    }
}
