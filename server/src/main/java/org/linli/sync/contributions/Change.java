package org.linli.sync.contributions;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change from a phone, or a decision about one, that has passed the questions of order, scope and merge.
 *
 * @param mutation identifies the change; the same one is never applied twice. A decision has one of its own
 * @param entity the record
 * @param scope the scope it was made in
 * @param device phone it came from; absent when it is a decision at a desk
 * @param values of a creation all values, of a patch those to be set; a key with {@code null} empties the field
 * @param base what the phone knew of the fields in {@code values} when somebody changed them
 * @param command word of a command; empty for creations and patches
 * @param arguments of a command
 * @param attachments photos that belong to the change, which may arrive much later
 * @param occurredAt when somebody did it, by the phone's clock corrected with the offset it had measured: evidence, never
 *     an order
 * @param evidence where the phone was
 */
public record Change(
        UUID mutation,
        UUID entity,
        String scope,
        Optional<UUID> device,
        Map<String, @Nullable Object> values,
        Map<String, @Nullable Object> base,
        String command,
        Map<String, @Nullable Object> arguments,
        List<Attachment> attachments,
        Instant occurredAt,
        Optional<Evidence> evidence) {

    /**
     * A photo that was announced.
     *
     * @param id also names the upload; {@link org.linli.sync.SyncedPhotos} finds the file under it
     * @param sha256 64 hexadecimal digits
     */
    public record Attachment(UUID id, String sha256) {}

    /**
     * Where the phone said it was, WGS-84.
     *
     * @param accuracy radius in metres
     */
    public record Evidence(double lon, double lat, double accuracy) {}

    public Change {
        values = unmodifiable(values);
        base = unmodifiable(base);
        arguments = unmodifiable(arguments);
        attachments = List.copyOf(attachments);
    }

    /** The same change with only these values. */
    public Change with(Map<String, @Nullable Object> fewer) {
        return new Change(
                mutation, entity, scope, device, fewer, base, command, arguments, attachments, occurredAt, evidence);
    }

    /** Unlike {@link Map#copyOf} it keeps fields that are to be emptied. */
    private static Map<String, @Nullable Object> unmodifiable(Map<String, @Nullable Object> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
