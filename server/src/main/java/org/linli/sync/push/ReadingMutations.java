package org.linli.sync.push;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.linli.shared.Refusal;
import org.linli.sync.SyncReason;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads changes one by one; identity and number must be there, of the rest a result can tell. */
@Component
class ReadingMutations {

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z-]{0,39}");
    private static final Pattern SCOPE = Pattern.compile("[a-z]{1,10}(:[0-9a-f-]{1,40})?");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** Changed between two tries of a phone without the change being another. */
    private static final List<String> NOT_CONTENT = List.of("seq", "clockOffset");

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @throws Refusal when a change has no identity or no number */
    List<Mutation> read(List<JsonNode> batch) {
        return batch.stream().map(this::read).toList();
    }

    private Mutation read(JsonNode raw) {
        var id = uuid(raw.path("id").asString(""));
        var seq = raw.path("seq");
        if (id.isEmpty() || !seq.isIntegralNumber() || seq.asLong() < 1) {
            throw Refusal.because(SyncReason.MALFORMED);
        }
        return new Mutation(id.get(), seq.asLong(), hash(raw), form(raw), raw);
    }

    private Optional<MutationForm> form(JsonNode raw) {
        try {
            return Optional.of(mapper.treeToValue(raw, MutationForm.class)).filter(ReadingMutations::isWhole);
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("ConstantConditions") // Jackson leaves null what is missing
    private static boolean isWhole(MutationForm form) {
        return form.type() != null
                && form.entity() != null
                && form.op() != null
                && form.scope() != null
                && form.occurredAt() != null
                && TYPE.matcher(form.type()).matches()
                && SCOPE.matcher(form.scope()).matches()
                && (form.op() != MutationForm.Op.patch
                        || form.patch() != null && !form.patch().containsValue(null))
                && (form.op() != MutationForm.Op.create || form.values() != null)
                && (form.op() != MutationForm.Op.command || form.command() != null)
                && (form.attachments() == null || form.attachments().stream().allMatch(ReadingMutations::isWhole));
    }

    @SuppressWarnings("ConstantConditions")
    private static boolean isWhole(MutationForm.AttachmentForm attachment) {
        return attachment != null
                && attachment.id() != null
                && attachment.sha256() != null
                && SHA256.matcher(attachment.sha256()).matches();
    }

    /** In one order of the fields, whatever order they came in. */
    private byte[] hash(JsonNode raw) {
        try {
            var content = new TreeMap<String, Object>(mapper.treeToValue(raw, Map.class));
            NOT_CONTENT.forEach(content::remove);
            return MessageDigest.getInstance("SHA-256").digest(mapper.writeValueAsBytes(content));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
