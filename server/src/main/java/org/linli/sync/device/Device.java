package org.linli.sync.device;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.AccountId;

/**
 * Phone (移动终端) of one account.
 *
 * @param lastSeq number of its last change that has a result
 * @param unsent changes that waited on it at its last call
 * @param skewMs how much its clock was ahead at its last call, in milliseconds
 * @param wipe whether it is told to erase everything
 */
public record Device(
        UUID id,
        AccountId account,
        String holder,
        String area,
        String name,
        String platform,
        int appSchema,
        Instant registeredAt,
        Instant lastContactAt,
        long lastSeq,
        int unsent,
        long skewMs,
        Optional<Revocation> revoked,
        boolean wipe,
        Optional<Instant> wipedAt) {

    /** When and why it was revoked. */
    public record Revocation(Instant at, String reason) {}
}
