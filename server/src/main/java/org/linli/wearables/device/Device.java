package org.linli.wearables.device;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;
import org.linli.wearables.ConsentKind;

/**
 * Wearable (穿戴设备) as it was registered, and the latest that is known of it.
 *
 * @param number what it calls itself on the line
 * @param wearer person of the base
 * @param consents what its wearer agrees to, and since when
 * @param battery in percent
 */
record Device(
        int id,
        String number,
        String model,
        DivisionCode division,
        Optional<UUID> wearer,
        Map<ConsentKind, Instant> consents,
        Optional<Instant> seenAt,
        OptionalInt battery,
        Optional<Fixed> fix,
        Optional<Instant> retiredAt) {

    /** The last position, and when by its own clock. */
    record Fixed(Instant at, Point point) {}
}
