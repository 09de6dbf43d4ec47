package org.linli.wearables.zone;

import java.time.Instant;
import java.util.Optional;

/**
 * On which side of a zone its wearer is taken to be. All times are by the device's clock.
 *
 * @param since when they came to this side
 * @param pending when a fix first lay on the other side, while it takes more to be believed
 * @param told when an alarm told of this side
 */
public record Standing(boolean inside, Instant since, Optional<Instant> pending, Optional<Instant> told) {

    /** Before the first fix. */
    static Standing assumed(boolean inside, Instant at) {
        return new Standing(inside, at, Optional.empty(), Optional.empty());
    }

    Standing doubted(Instant at) {
        return new Standing(inside, since, Optional.of(at), told);
    }

    Standing settled() {
        return pending.isEmpty() ? this : new Standing(inside, since, Optional.empty(), told);
    }

    Standing crossed(Instant at) {
        return new Standing(!inside, pending.orElse(at), Optional.empty(), Optional.empty());
    }

    Standing told(Instant at) {
        return new Standing(inside, since, pending, Optional.of(at));
    }
}
