package org.linli.sync.push;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Changes of a phone in the order of their numbers. Each is read by itself, so that a malformed one does not hold up the
 * others.
 *
 * @param unsent changes that wait on the phone, these among them
 */
record PushForm(
        @NotNull UUID device,
        @Min(1) int appSchema,

        @NotNull @ArraySchema(schema = @Schema(implementation = MutationForm.class))
        List<JsonNode> mutations,

        @Min(0) @Nullable Integer unsent,
        @Nullable Instant clientTime) {

    static final int MOST = 100;
    static final int LARGEST_KILOBYTES = 256;
}
