package org.linli.registry.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.registry.ChangeSource;
import org.linli.shared.Names;

/**
 * One change of a record, with everything it did to it.
 *
 * @param reference what it belongs to, as {@code kind:identifier}
 */
public record ChangeView(
        UUID id,
        Instant at,
        ChangeSource source,
        String reason,
        @Nullable String reference,
        String actor,
        Names unit,
        @Nullable Names homeUnit,
        List<RowView> rows) {

    /** What happened to a row. */
    public enum Act {
        ADDED,
        CHANGED,
        VOIDED
    }

    /**
     * One row that changed.
     *
     * @param what name of its table, such as {@code person} or {@code phone}
     */
    public record RowView(String what, UUID row, Act act, List<FieldView> fields) {}

    /** One field that changed; personal values are masked unless they were asked for in full. */
    public record FieldView(
            String field, @Nullable String before, @Nullable String after) {}
}
