package org.linli.registry.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * Reads the first visible sheet of an .xlsx workbook. Of a formula only what the spreadsheet last calculated is taken;
 * dates are told as {@code 2026-03-02}.
 */
public final class XlsxReading implements SheetReading {

    private static final Pattern DATE_FORMAT =
            Pattern.compile("[yY年]|[dD日](?![A-Za-z]*\\])|(?<![hHsS:.])m+(?![:sS])", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_QUOTES = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]");

    private final Path file;
    private final ReadableWorkbook workbook;
    private final Stream<Row> rows;
    private final Iterator<Row> left;
    private final int mostColumns;
    private final long length;
    private final long rowsThere;
    private long rowsSeen;

    /** Copies the workbook into a file of its own first, see {@link ScratchFiles}. */
    public XlsxReading(InputStream in, int mostColumns) throws IOException {
        this.mostColumns = mostColumns;
        this.file = ScratchFiles.copyOf(in);
        try {
            var parts = XlsxLimits.check(file);
            this.length = Files.size(file);
            this.workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
            var sheet = firstSheet(workbook);
            this.rowsThere = parts.rowsOf(sheet.getId()).orElse(0L);
            this.rows = sheet.openStream();
            this.left = rows.iterator();
        } catch (ExcelReaderException | IllegalArgumentException | IllegalStateException e) {
            ScratchFiles.remove(file);
            throw new BrokenSheet(BrokenSheet.Why.BROKEN);
        } catch (BrokenSheet e) {
            ScratchFiles.remove(file);
            throw e;
        } catch (IOException | RuntimeException e) {
            ScratchFiles.remove(file);
            throw new BrokenSheet(BrokenSheet.Why.BROKEN);
        }
    }

    private static Sheet firstSheet(ReadableWorkbook workbook) throws IOException {
        return workbook.getSheets()
                .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseThrow(() -> new BrokenSheet(BrokenSheet.Why.EMPTY));
    }

    @Override
    public Optional<String> encoding() {
        return Optional.empty();
    }

    @Override
    public Optional<SheetRow> next() throws IOException {
        try {
            while (left.hasNext()) {
                rowsSeen++;
                var row = row(left.next());
                if (!row.isBlank() && !row.isRemark()) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (ExcelReaderException | UncheckedIOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new BrokenSheet(BrokenSheet.Why.BROKEN);
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
        workbook.close();
        ScratchFiles.remove(file);
    }

    private SheetRow row(Row row) {
        var cells = new ArrayList<String>();
        var most = Math.min(row.getCellCount(), mostColumns + 1);
        for (var column = 0; column < most; column++) {
            row.getOptionalCell(column).map(XlsxReading::text).ifPresentOrElse(cells::add, () -> cells.add(""));
        }
        while (!cells.isEmpty() && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        return SheetRow.of(row.getRowNum(), reached(), List.copyOf(cells));
    }

    /** Rows are packed, so how far into the file they reach is told by how many of them there are. */
    private long reached() {
        return rowsThere == 0 ? 0 : Math.min(length, length * rowsSeen / rowsThere);
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case STRING -> cell.asString();
            case NUMBER -> number(cell);
            case FORMULA -> cell.getValue() instanceof BigDecimal ? number(cell) : orEmpty(cell.getRawValue());
            case BOOLEAN, ERROR -> orEmpty(cell.getRawValue());
            case EMPTY -> "";
        };
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    private static String number(Cell cell) {
        var format = cell.getDataFormatString();
        if (format != null && isDate(format) && cell.getType() == CellType.NUMBER) {
            return date(cell.asDate());
        }
        var raw = orEmpty(cell.getRawValue());
        return raw.toUpperCase(Locale.ROOT).contains("E") ? raw : plain(raw);
    }

    private static String plain(String raw) {
        try {
            return new BigDecimal(raw).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return raw;
        }
    }

    private static String date(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    private static boolean isDate(String format) {
        return DATE_FORMAT.matcher(IN_QUOTES.matcher(format).replaceAll("")).find();
    }
}
