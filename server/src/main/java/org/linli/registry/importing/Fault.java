package org.linli.registry.importing;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.registry.sheet.SheetField;
import org.linli.shared.Refusal;

/**
 * Something wrong with a row.
 *
 * @param field where; empty for the row as a whole
 * @param message key of the message
 * @param grave the row is not imported
 */
record Fault(@Nullable SheetField field, String message, List<String> arguments, boolean grave) {

    private static final String PREFIX = "registry.import.fault.";

    static Fault of(@Nullable SheetField field, String word, Object... arguments) {
        return new Fault(
                field,
                PREFIX + word,
                Arrays.stream(arguments).map(String::valueOf).toList(),
                true);
    }

    /** What another part of the house refuses, in its words. */
    static Fault of(SheetField field, Refusal refusal) {
        return new Fault(
                field,
                refusal.reason().key(),
                refusal.arguments().stream().map(String::valueOf).toList(),
                true);
    }
}
