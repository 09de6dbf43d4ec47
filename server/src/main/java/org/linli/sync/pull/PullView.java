package org.linli.sync.pull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.shared.Names;

/**
 * One page for a phone.
 *
 * @param dropped scopes it asked for and does not hold any more
 * @param lastDeviceSeq number of its last change whose effect this page shows
 * @param wipe the phone must erase everything; nothing else is said then
 */
record PullView(
        UUID epoch,
        List<ScopeView> scopes,
        List<String> dropped,
        long lastDeviceSeq,
        Instant serverTime,
        int minAppSchema,
        @Nullable Boolean wipe) {

    /** What may be done with the records of a scope. */
    enum ScopeMode {
        rw,
        ro
    }

    /**
     * What is new in one scope.
     *
     * @param kind {@code grid}, {@code ref} or {@code user}
     * @param names of the grid cell
     * @param next how far this page reads; to be sent at the next call
     * @param more whether a further page follows
     * @param digest what the phone must hold now; only when nothing follows
     * @param reset the phone first forgets the scope's records
     */
    record ScopeView(
            String id,
            String kind,
            ScopeMode mode,
            @Nullable Names names,
            List<ItemView> items,
            long next,
            boolean more,
            long head,
            @Nullable DigestView digest,
            @Nullable Boolean reset) {}

    /** {@code P}: the record is in the scope, as given; {@code R}: it has left the scope or is gone. */
    enum Op {
        P,
        R
    }

    /** @param v grows with every change of the record, whatever scope it is in */
    record ItemView(
            long seq,
            String type,
            UUID id,
            Op op,
            long v,
            @Nullable Map<String, Object> data) {}

    /** @param xor of the first 52 bits of SHA-256 of {@code id|v} of each record, decimal */
    record DigestView(long count, String xor) {}
}
