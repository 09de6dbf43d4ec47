package org.linli.registry.sheet;

import java.util.Locale;
import java.util.Optional;

/** Kind of file (文件格式). */
public enum SheetFormat {
    CSV("csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String ending;
    private final String mediaType;

    SheetFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** By the ending of a name. */
    public static Optional<SheetFormat> ofName(String name) {
        var lower = name.strip().toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv") || lower.endsWith(".txt")) {
            return Optional.of(CSV);
        }
        return lower.endsWith(".xlsx") ? Optional.of(XLSX) : Optional.empty();
    }
}
