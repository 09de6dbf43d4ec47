package org.linli.registry.exporting;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.registry.sheet.SheetField;

/**
 * One row on its way out.
 *
 * @param numbers document numbers of the people whose values it shows
 */
record ExportedRow(Map<SheetField, String> cells, List<String> numbers) {

    /** Collects cells; what is null is left empty. */
    static final class Cells {

        private final Map<SheetField, String> cells = new EnumMap<>(SheetField.class);

        Cells put(SheetField field, @Nullable Object value) {
            if (value != null) {
                cells.put(field, value.toString());
            }
            return this;
        }

        Map<SheetField, String> all() {
            return cells;
        }
    }
}
