package org.linli.wearables.zone;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A zone as the gateway watches it.
 *
 * @param name what an alarm says
 * @param leaving whether leaving it raises an alarm; {@code entering} likewise
 * @param standing empty before the first fix
 */
public record WatchedZone(
        int id,
        String name,
        ZoneGround ground,
        boolean leaving,
        boolean entering,
        Optional<Schedule> schedule,
        Optional<Standing> standing) {

    /** The same zone where its wearer is taken to be somewhere, or nobody knows. */
    public WatchedZone standing(@Nullable Standing now) {
        return new WatchedZone(id, name, ground, leaving, entering, schedule, Optional.ofNullable(now));
    }

    /** The same zone after its wearer moved. */
    public WatchedZone with(Standing now) {
        return new WatchedZone(id, name, ground, leaving, entering, schedule, Optional.of(now));
    }

    /** Since when it has been watched without a break; empty while it is not. */
    Optional<Instant> watchedSince(Instant at) {
        return schedule.isEmpty() ? Optional.of(Instant.MIN) : schedule.get().since(at);
    }
}
