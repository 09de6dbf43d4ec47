package org.linli.registry.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads CSV (RFC 4180), also with semicolons or tabs, in UTF-8 or GB18030. A row with a quotation mark that is never
 * closed costs that one line: reading goes on with the next.
 */
public final class CsvReading implements SheetReading {

    private static final int LONGEST_ROW = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final ByteWindow bytes;
    private final CsvEncoding encoding = new CsvEncoding();
    private final int mostColumns;
    private char separator = ',';
    private int number;

    /** @param mostColumns a row with more of them is not taken for a row of a sheet */
    public CsvReading(InputStream in, int mostColumns) throws IOException {
        this.bytes = new ByteWindow(in, 0, 2 * LONGEST_ROW);
        this.mostColumns = mostColumns;
        if (bytes.startsWith(BYTE_ORDER_MARK)) {
            bytes.skip(BYTE_ORDER_MARK.length);
            encoding.is("UTF-8");
        }
        this.separator = separatorOfFirstLine();
    }

    /**
     * Goes on in the middle of a file.
     *
     * @param in what follows {@code offset}
     * @param number of the last row that was read
     */
    public static CsvReading resumed(
            InputStream in, long offset, int number, Optional<String> encoding, char separator, int mostColumns)
            throws IOException {
        var reading = new CsvReading(new ByteWindow(in, offset, 2 * LONGEST_ROW), mostColumns);
        reading.number = number;
        reading.separator = separator;
        encoding.ifPresent(reading.encoding::is);
        return reading;
    }

    private CsvReading(ByteWindow bytes, int mostColumns) {
        this.bytes = bytes;
        this.mostColumns = mostColumns;
    }

    public char separator() {
        return separator;
    }

    @Override
    public Optional<String> encoding() {
        return encoding.name();
    }

    @Override
    public Optional<SheetRow> next() throws IOException {
        while (bytes.has(0)) {
            number++;
            var row = row();
            if (!row.isBlank() && !row.isRemark()) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private SheetRow row() throws IOException {
        var length = lengthOfRow();
        if (length < 0) {
            var flaw = skipLine();
            return SheetRow.flawed(number, bytes.offset(), flaw);
        }
        var text = encoding.read(bytes.copy(length), length);
        bytes.skip(length);
        return text.map(line -> SheetRow.of(number, bytes.offset(), cells(line)))
                .orElseGet(() -> SheetRow.flawed(number, bytes.offset(), SheetFlaw.ENCODING));
    }

    /** With its line end; below 0 when its quotation marks do not fit. */
    private int lengthOfRow() throws IOException {
        var quoted = false;
        var fresh = true;
        for (var at = 0; at <= LONGEST_ROW; at++) {
            if (!bytes.has(at)) {
                return quoted ? -1 : at;
            }
            var here = bytes.at(at);
            if (quoted) {
                if (here == '"' && bytes.has(at + 1) && bytes.at(at + 1) == '"') {
                    at++;
                } else if (here == '"') {
                    quoted = false;
                    if (!endsCell(at + 1)) {
                        return -1;
                    }
                }
            } else if (here == '"' && fresh) {
                quoted = true;
            } else if (here == '\n') {
                return at + 1;
            } else if (here == '\r' && !(bytes.has(at + 1) && bytes.at(at + 1) == '\n')) {
                return at + 1;
            }
            fresh = here == separator;
        }
        return -1;
    }

    private boolean endsCell(int at) throws IOException {
        return !bytes.has(at) || bytes.at(at) == separator || bytes.at(at) == '\n' || bytes.at(at) == '\r';
    }

    private SheetFlaw skipLine() throws IOException {
        for (var at = 0; at <= LONGEST_ROW; at++) {
            if (!bytes.has(at)) {
                bytes.skip(at);
                return SheetFlaw.QUOTATION;
            }
            if (bytes.at(at) == '\n') {
                bytes.skip(at + 1);
                return SheetFlaw.QUOTATION;
            }
        }
        // Longer than any row: the rest of the line goes too, without being kept.
        while (bytes.has(0) && bytes.at(0) != '\n') {
            bytes.skip(1);
        }
        if (bytes.has(0)) {
            bytes.skip(1);
        }
        return SheetFlaw.TOO_LONG;
    }

    private List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        var end = line.length();
        while (end > 0 && (line.charAt(end - 1) == '\n' || line.charAt(end - 1) == '\r')) {
            end--;
        }
        for (var at = 0; at < end; at++) {
            var here = line.charAt(at);
            if (quoted && here == '"' && at + 1 < end && line.charAt(at + 1) == '"') {
                cell.append('"');
                at++;
            } else if (here == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (here == separator && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
                if (cells.size() > mostColumns) {
                    break;
                }
            } else {
                cell.append(here);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private char separatorOfFirstLine() throws IOException {
        var counts = new int[3];
        var separators = new char[] {',', ';', '\t'};
        for (var at = 0; at < LONGEST_ROW && bytes.has(at); at++) {
            if (bytes.at(at) == '\n' && counts[0] + counts[1] + counts[2] > 0) {
                break;
            }
            for (var n = 0; n < separators.length; n++) {
                counts[n] += bytes.at(at) == separators[n] ? 1 : 0;
            }
        }
        var most = Arrays.stream(counts).max().orElse(0);
        for (var n = 0; n < separators.length; n++) {
            if (counts[n] == most) {
                return separators[n];
            }
        }
        return ',';
    }
}
