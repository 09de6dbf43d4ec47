package org.linli.sync.pull;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A phone that asks what is new.
 *
 * @param epoch the epoch it last heard; empty or absent at its first call
 * @param scopes the scopes it holds with how far it has read each; 0 reads from the beginning
 * @param loading scopes among them that it is still reading from the beginning
 * @param limit records in the answer, at most
 * @param clientTime its clock, as it is
 * @param unsent changes that wait on it
 */
record PullForm(
        @NotNull UUID device,
        @Min(1) int appSchema,
        @Nullable String epoch,
        @NotNull @Size(max = 200) Map<String, @NotNull Long> scopes,
        @Nullable @Size(max = 200) Set<String> loading,
        @Min(1) @Max(500) @Nullable Integer limit,
        @Nullable Instant clientTime,
        @Min(0) @Nullable Integer unsent) {

    static final int LARGEST = 500;

    boolean isLoading(String scope) {
        return loading != null && loading.contains(scope);
    }

    int most() {
        return limit == null ? LARGEST : limit;
    }
}
