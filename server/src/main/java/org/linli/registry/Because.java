package org.linli.registry;

import java.util.Optional;
import org.linli.shared.Refusal;

/**
 * Why the base changes (变更原因).
 *
 * @param reason in the words of whoever changes it
 * @param reference what it belongs to, as {@code kind:identifier}, such as a case or an import
 */
public record Because(ChangeSource source, String reason, Optional<String> reference) {

    private static final int LONGEST = 400;

    public Because {
        reason = reason.strip();
        if (reason.isEmpty()) {
            throw Refusal.ofField("reason", RegistryReason.REASON_MISSING);
        }
        if (reason.length() > LONGEST) {
            throw Refusal.ofField("reason", RegistryReason.TEXT_TOO_LONG, LONGEST);
        }
    }

    public static Because of(ChangeSource source, String reason) {
        return new Because(source, reason, Optional.empty());
    }
}
