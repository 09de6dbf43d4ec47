package org.linli.registry.sheet;

import java.util.List;
import java.util.Optional;

/**
 * One row of a sheet as it stands there.
 *
 * @param number as the spreadsheet counts rows, from 1
 * @param end offset behind the row in the file, from where reading can go on; in a workbook, whose rows are packed, the
 *     share of its rows that were read, as an offset
 * @param flaw why the row cannot be read
 */
public record SheetRow(int number, long end, List<String> cells, Optional<SheetFlaw> flaw) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    static SheetRow of(int number, long end, List<String> cells) {
        return new SheetRow(number, end, cells, Optional.empty());
    }

    static SheetRow flawed(int number, long end, SheetFlaw flaw) {
        return new SheetRow(number, end, List.of(), Optional.of(flaw));
    }

    /** The cell of a column; empty text beyond the last. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    public boolean isBlank() {
        return flaw.isEmpty() && cells.stream().allMatch(String::isBlank);
    }

    /** A line that says something about the file, such as the watermark of an export. */
    public boolean isRemark() {
        return flaw.isEmpty() && !cells.isEmpty() && cells.getFirst().startsWith("#");
    }
}
