package org.linli.sync.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccountId;
import org.linli.sync.Reviews.Kind;

/**
 * A stored conflict with its values opened.
 *
 * @param proposed the latest proposal of each field
 */
record Conflict(
        UUID id,
        String scope,
        String area,
        String type,
        UUID entity,
        String unit,
        Kind kind,
        Optional<UUID> existing,
        Map<String, @Nullable Object> base,
        Map<String, @Nullable Object> server,
        Map<String, @Nullable Object> proposed,
        Instant openedAt,
        Optional<Instant> escalatedAt,
        Optional<Decided> decided,
        List<Proposed> proposals) {

    /** What was decided, by whom and why. */
    record Decided(Instant at, String by, Map<String, @Nullable Object> values, String reason) {}

    /** What one change proposed. */
    record Proposed(
            UUID mutation,
            AccountId account,
            String author,
            Instant occurredAt,
            Map<String, @Nullable Object> values) {}
}
