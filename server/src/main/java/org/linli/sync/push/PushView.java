package org.linli.sync.push;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of the changes of a batch.
 *
 * @param lastDeviceSeq number of the phone's last change that has a result
 * @param wipe the phone must erase everything; nothing was done then
 */
record PushView(
        List<ResultView> results,
        long lastDeviceSeq,
        Instant serverTime,
        @Nullable Boolean wipe) {

    /**
     * The final result of one change.
     *
     * @param code why it was refused, such as {@code registry.unknown-code}
     * @param text the same in the user's language
     * @param conflict the conflict that was opened or joined
     */
    record ResultView(
            UUID id,
            long seq,
            Outcome outcome,
            @Nullable String code,
            @Nullable String field,
            @Nullable String text,
            @Nullable UUID conflict) {}
}
