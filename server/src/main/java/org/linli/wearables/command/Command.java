package org.linli.wearables.command;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An order as it stands.
 *
 * @param orderedBy name of who gave it
 * @param sentAt when it first went to the device
 */
record Command(
        UUID id,
        CommandKind kind,
        State state,
        Instant orderedAt,
        String orderedBy,
        Instant expiresAt,
        Optional<Instant> sentAt,
        Optional<Instant> endedAt) {

    enum State {
        WAITING,
        SENT,
        /** The device said that it does it. */
        ANSWERED,
        /** The device said that it does not, or its protocol has no words for it. */
        REFUSED,
        /** The device did not answer in time, or another order took its place. */
        EXPIRED
    }
}
