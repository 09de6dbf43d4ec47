package org.linli.registry.listing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.registry.RegistryReason;
import org.linli.shared.Page;
import org.linli.shared.Refusal;

/** Where a list goes on (续页): the key of the last row shown, as a text that is handed back. */
public record Cursor(List<String> parts) {

    private static final String BETWEEN = "\u001f";
    private static final int MOST = 200;

    public Cursor {
        parts = List.copyOf(parts);
    }

    public static Cursor of(String... parts) {
        return new Cursor(List.of(parts));
    }

    /** Reads what a client handed back; refuses what this house did not write. */
    public static Optional<Cursor> read(@Nullable String text, int parts) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var cursor = of(plain.split(BETWEEN, -1));
            if (cursor.parts.size() == parts) {
                return Optional.of(cursor);
            }
        } catch (IllegalArgumentException notBase64) {
            // Refused below, with the rest of what is no cursor.
        }
        throw Refusal.because(RegistryReason.MALFORMED_CURSOR);
    }

    public String part(int index) {
        return parts.get(index);
    }

    public UUID id(int index) {
        try {
            return UUID.fromString(part(index));
        } catch (IllegalArgumentException notAnIdentifier) {
            throw Refusal.because(RegistryReason.MALFORMED_CURSOR);
        }
    }

    public String text() {
        var plain = String.join(BETWEEN, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    /** As many rows as a client may ask for at once. */
    public static int limit(int asked) {
        return Math.clamp(asked, 1, MOST);
    }

    /** A page of rows of which one more than wanted was read, to know whether the list goes on. */
    public static <T> Page<T> page(List<T> read, int limit, Function<T, Cursor> key) {
        if (read.size() <= limit) {
            return new Page<>(read, Optional.empty());
        }
        return new Page<>(
                read.subList(0, limit),
                Optional.of(key.apply(read.get(limit - 1)).text()));
    }
}
