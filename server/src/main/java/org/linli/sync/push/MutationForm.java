package org.linli.sync.push;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change as a phone sends it.
 *
 * @param id UUID version 7; the same change keeps it for ever
 * @param seq counts the phone's changes from 1, without gaps
 * @param baseVersion the record's {@code v} the change was made on
 * @param patch every field of each merge unit that is touched, with what the phone had known and what it is to be; an
 *     untouched field has the same twice
 * @param values of a creation
 * @param occurredAt the phone's clock, as it is
 * @param clockOffset the server's time minus the phone's, in milliseconds, as the phone had measured it
 */
record MutationForm(
        UUID id,
        long seq,
        String type,
        UUID entity,
        Op op,
        String scope,
        @Nullable Long baseVersion,
        @Nullable Map<String, FieldChange> patch,
        @Nullable Map<String, @Nullable Object> values,
        @Nullable String command,
        @Nullable Map<String, @Nullable Object> arguments,
        @Nullable List<AttachmentForm> attachments,
        Instant occurredAt,
        @Nullable Long clockOffset,
        @Nullable EvidenceForm evidence) {

    /** What sort of change. */
    enum Op {
        create,
        patch,
        command
    }

    /** One field, before and after. */
    record FieldChange(
            @Nullable Object base,
            @JsonProperty("new") @Nullable Object to) {}

    /** A photo that follows. */
    record AttachmentForm(UUID id, String sha256) {}

    /** Where the phone was, WGS-84; accuracy in metres. */
    record EvidenceForm(double lon, double lat, double accuracy) {}
}
