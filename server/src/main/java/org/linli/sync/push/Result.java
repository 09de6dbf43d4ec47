package org.linli.sync.push;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.shared.Refusal;

/**
 * The stored result of a change.
 *
 * @param refusal present when it was refused, or when there is a reason to tell
 */
record Result(Outcome outcome, Optional<Because> refusal, Optional<UUID> conflict) {

    /**
     * Why.
     *
     * @param code the refusal's key without its beginning, such as {@code registry.unknown-code}
     * @param field of the form, or empty
     */
    record Because(String code, String field, List<Object> arguments) {

        static Because of(Refusal refusal) {
            var key = refusal.reason().key();
            return new Because(
                    key.substring(key.indexOf('.') + 1), refusal.field().orElse(""), refusal.arguments());
        }
    }

    static Result of(Outcome outcome) {
        return new Result(outcome, Optional.empty(), Optional.empty());
    }

    static Result review(Outcome outcome, UUID conflict) {
        return new Result(outcome, Optional.empty(), Optional.of(conflict));
    }

    static Result refused(Refusal refusal) {
        return new Result(Outcome.refused, Optional.of(Because.of(refusal)), Optional.empty());
    }
}
