package org.linli.registry.importing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.registry.sheet.Plain;
import org.linli.registry.sheet.SheetCodes;
import org.linli.registry.sheet.SheetField;
import org.linli.registry.sheet.SheetRow;
import org.linli.shared.Refusal;

/** The cells of one row by their fields, and what was found to be wrong while reading them. */
final class Cells {

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})[-/.年]?(\\d{1,2})[-/.月]?(\\d{1,2})日?(?:[T ][\\d:.]*)?");
    private static final Pattern RUN_TOGETHER = Pattern.compile("\\d{5,7}");
    private static final LocalDate EARLIEST = LocalDate.of(1850, 1, 1);

    private final SheetRow row;
    private final Map<SheetField, Integer> columns;
    private final @Nullable String[] meant = new String[SheetField.values().length];
    private final List<Fault> faults = new ArrayList<>();

    Cells(SheetRow row, Map<SheetField, Integer> columns) {
        this.row = row;
        this.columns = columns;
    }

    static Map<SheetField, Integer> columns(List<Optional<SheetField>> fields) {
        var columns = new EnumMap<SheetField, Integer>(SheetField.class);
        for (var n = 0; n < fields.size(); n++) {
            var column = n;
            fields.get(n).ifPresent(field -> columns.put(field, column));
        }
        return columns;
    }

    List<Fault> faults() {
        return faults;
    }

    boolean isFaulty() {
        return !faults.isEmpty();
    }

    void fault(@Nullable SheetField field, String word, Object... arguments) {
        faults.add(Fault.of(field, word, arguments));
    }

    boolean has(SheetField field) {
        return !text(field).isEmpty();
    }

    /** As somebody meant it; empty where the sheet says nothing. */
    String text(SheetField field) {
        var known = meant[field.ordinal()];
        if (known != null) {
            return known;
        }
        var column = columns.get(field);
        var text = column == null ? "" : Plain.meant(row.cell(column));
        meant[field.ordinal()] = text;
        return text;
    }

    /** A text of limited length. */
    @Nullable
    String text(SheetField field, int longest) {
        var text = text(field);
        if (text.length() > longest) {
            fault(field, "too-long", longest);
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    /** What a code list stores for the cell. */
    @Nullable
    String code(SheetField field, SheetCodes codes) {
        var text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        var code = codes.read(text);
        if (code.isEmpty()) {
            fault(field, "unknown-code", shortened(text));
        }
        return code.orElse(null);
    }

    /** A day, written in any of the usual ways; never one that does not exist. */
    @Nullable
    LocalDate day(SheetField field, LocalDate latest) {
        var text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        var parts = DATE.matcher(text);
        if (!parts.matches() || RUN_TOGETHER.matcher(text).matches()) {
            fault(field, "no-date", shortened(text));
            return null;
        }
        try {
            var day = LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
            if (day.isBefore(EARLIEST)) {
                fault(field, "no-date", shortened(text));
                return null;
            }
            if (day.isAfter(latest)) {
                fault(field, "date-in-future", day);
                return null;
            }
            return day;
        } catch (DateTimeException e) {
            fault(field, "no-such-day", shortened(text));
            return null;
        }
    }

    @Nullable
    Integer whole(SheetField field, int least, int most) {
        var text = text(field).replaceFirst("(层|楼|人)$", "");
        if (text.isEmpty()) {
            return null;
        }
        try {
            var number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        fault(field, "no-number", least, most);
        return null;
    }

    @Nullable
    Double number(SheetField field, double least, double most) {
        var text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            var number = new BigDecimal(text).doubleValue();
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        fault(field, "no-number", least, most);
        return null;
    }

    /** What another part of the house reads; its refusal becomes a fault. */
    <T> @Nullable T read(SheetField field, Function<String, T> reading) {
        var text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return reading.apply(text);
        } catch (Refusal refusal) {
            faults.add(Fault.of(field, refusal));
            return null;
        }
    }

    /** Enough of a text to find it again. */
    static String shortened(String text) {
        return text.length() > 20 ? text.substring(0, 20) + "…" : text;
    }
}
