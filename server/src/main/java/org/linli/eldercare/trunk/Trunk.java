package org.linli.eldercare.trunk;

import java.time.Instant;
import java.util.Optional;
import org.linli.shared.DivisionCode;

/**
 * A telephone system that reports calls (话务线路).
 *
 * @param division desks whose area covers it hear its calls
 * @param formerUntil until when the key before the last change is good
 * @param heardAt when an event of it was last taken, to the minute
 */
record Trunk(
        int id,
        String name,
        DivisionCode division,
        Instant madeAt,
        Optional<Instant> formerUntil,
        Optional<Instant> heardAt,
        Optional<Instant> retiredAt) {}
