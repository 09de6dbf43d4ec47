package org.linli.registry.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.registry.sheet.BrokenSheet;
import org.linli.registry.sheet.CsvReading;
import org.linli.registry.sheet.Headers;
import org.linli.registry.sheet.PieceRows;
import org.linli.registry.sheet.Plain;
import org.linli.registry.sheet.SheetReading;
import org.linli.registry.sheet.SheetRow;
import org.linli.registry.sheet.XlsxReading;
import org.springframework.stereotype.Component;

/** Opens the content of an import: at its beginning, behind its headers, or where a check was interrupted. */
@Component
class SheetOpening {

    static final int MOST_COLUMNS = 200;

    /** Sheets have titles and remarks above their headers. */
    private static final int LOOKED_FOR_HEADERS = 10;

    private static final int ENOUGH_HEADERS = 2;

    /** Where a sheet's columns are named. */
    record HeaderRow(int number, List<String> names) {}

    private final PieceRows pieces;

    SheetOpening(PieceRows pieces) {
        this.pieces = pieces;
    }

    /** The row that names the columns: of the first few the one with the most names that are known. */
    HeaderRow headers(Sheet sheet) throws IOException {
        var best = Optional.<SheetRow>empty();
        var most = 0;
        try (var reading = atStart(sheet)) {
            for (var n = 0; n < LOOKED_FOR_HEADERS; n++) {
                var row = reading.next();
                if (row.isEmpty()) {
                    break;
                }
                var known = Headers.recognition(sheet.kind(), row.get().cells());
                if (best.isEmpty() || known > most && known >= ENOUGH_HEADERS) {
                    best = row;
                    most = known;
                }
            }
        }
        var row = best.filter(one -> one.flaw().isEmpty()).orElseThrow(() -> new BrokenSheet(BrokenSheet.Why.EMPTY));
        return new HeaderRow(row.number(), names(row));
    }

    private static List<String> names(SheetRow row) throws BrokenSheet {
        var names = new ArrayList<>(row.cells().stream().map(Plain::meant).toList());
        while (!names.isEmpty() && names.getLast().isEmpty()) {
            names.removeLast();
        }
        if (names.size() > MOST_COLUMNS) {
            throw new BrokenSheet(BrokenSheet.Why.TOO_MANY_COLUMNS);
        }
        if (names.isEmpty()) {
            throw new BrokenSheet(BrokenSheet.Why.EMPTY);
        }
        return names;
    }

    /** Behind the last row that was staged, or behind the headers. */
    SheetReading behind(Sheet sheet) throws IOException {
        return switch (sheet.format()) {
            case CSV -> csvBehind(sheet);
            case XLSX -> skipped(atStart(sheet), Math.max(sheet.headerRow(), sheet.lastRow()));
        };
    }

    private SheetReading csvBehind(Sheet sheet) throws IOException {
        if (sheet.parsedTo() == 0) {
            return skipped(atStart(sheet), sheet.headerRow());
        }
        char separator;
        try (var start = new CsvReading(pieces.open(sheet.id(), 0), MOST_COLUMNS)) {
            separator = start.separator();
        }
        return CsvReading.resumed(
                pieces.open(sheet.id(), sheet.parsedTo()),
                sheet.parsedTo(),
                sheet.lastRow(),
                Optional.ofNullable(sheet.encoding()),
                separator,
                MOST_COLUMNS);
    }

    private static SheetReading skipped(SheetReading reading, int to) throws IOException {
        var last = 0;
        while (last < to) {
            var row = reading.next();
            if (row.isEmpty()) {
                break;
            }
            last = row.get().number();
        }
        return reading;
    }

    private SheetReading atStart(Sheet sheet) throws IOException {
        var bytes = pieces.open(sheet.id(), 0);
        return switch (sheet.format()) {
            case CSV -> new CsvReading(bytes, MOST_COLUMNS);
            case XLSX -> new XlsxReading(bytes, MOST_COLUMNS);
        };
    }
}
