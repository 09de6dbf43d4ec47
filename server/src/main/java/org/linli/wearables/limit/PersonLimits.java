package org.linli.wearables.limit;

import java.util.Map;
import org.linli.wearables.VitalKind;

/**
 * Limits of one person: their own, and the usual ones for the rest.
 *
 * @param own what a clinician set
 */
public record PersonLimits(Map<VitalKind, VitalLimits> own) {

    public static final PersonLimits USUAL = new PersonLimits(Map.of());

    public PersonLimits {
        own = Map.copyOf(own);
    }

    public VitalLimits of(VitalKind kind) {
        return own.getOrDefault(kind, VitalLimits.usual(kind));
    }
}
