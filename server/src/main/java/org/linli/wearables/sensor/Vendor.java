package org.linli.wearables.sensor;

import java.time.Instant;
import java.util.Optional;
import org.linli.shared.DivisionCode;

/**
 * Whose platform sends readings of sensors (厂商).
 *
 * @param division the area whose devices it is heard for
 * @param heardAt when a request of it was last taken, to the minute
 */
record Vendor(
        int id,
        String name,
        DivisionCode division,
        Instant madeAt,
        Optional<Instant> heardAt,
        Optional<Instant> retiredAt) {}
