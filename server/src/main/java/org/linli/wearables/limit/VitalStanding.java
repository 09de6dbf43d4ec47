package org.linli.wearables.limit;

import java.time.Instant;
import java.util.Optional;

/**
 * What the last reading of a vital came to.
 *
 * @param redSince since when every reading was in the red range, by the device's clock
 */
public record VitalStanding(VitalLevel level, Optional<Instant> redSince) {

    /** Before the first reading. */
    public static final VitalStanding UNKNOWN = new VitalStanding(VitalLevel.NORMAL, Optional.empty());
}
