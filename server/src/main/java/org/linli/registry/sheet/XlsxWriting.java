package org.linli.registry.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes .xlsx workbooks; rows go out as they come, and a sheet that is full is followed by another. */
public final class XlsxWriting implements SheetWriting {

    private static final int MOST_ROWS = 1_048_000;
    private static final int FLUSHED = 500;

    private final Workbook workbook;
    private final String name;
    private final String footer;
    private Worksheet sheet;
    private List<String> headers = List.of();
    private int sheets = 1;
    private int at;

    /** @param footer printed below every page; empty for none */
    public XlsxWriting(OutputStream out, String name, String footer) {
        this.workbook = new Workbook(out, "Linli", "1.0");
        this.name = name;
        this.footer = footer;
        this.sheet = begun(name);
    }

    @Override
    public void remark(String text) throws IOException {
        sheet.inlineString(at++, 0, "# " + text);
    }

    @Override
    public void headers(List<String> names) throws IOException {
        headers = List.copyOf(names);
        for (var column = 0; column < names.size(); column++) {
            sheet.inlineString(at, column, names.get(column));
            sheet.style(at, column).bold().set();
        }
        at++;
        sheet.freezePane(0, at);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        if (at >= MOST_ROWS) {
            sheet.finish();
            sheet = begun(name + " " + ++sheets);
            at = 0;
            headers(headers);
        }
        for (var column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                sheet.inlineString(at, column, Plain.neutral(cells.get(column)));
            }
        }
        at++;
        if (at % FLUSHED == 0) {
            sheet.flush();
        }
    }

    @Override
    public void finish(String title, Map<String, String> properties) throws IOException {
        sheet.finish();
        if (!properties.isEmpty()) {
            var about = workbook.newWorksheet(title);
            about.width(0, 24);
            about.width(1, 80);
            var line = 0;
            for (var property : properties.entrySet()) {
                about.inlineString(line, 0, property.getKey());
                about.inlineString(line++, 1, Plain.neutral(property.getValue()));
            }
            about.finish();
        }
        workbook.finish();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private Worksheet begun(String title) {
        var begun = workbook.newWorksheet(title);
        if (!footer.isEmpty()) {
            begun.footer(footer, Position.CENTER, 8);
        }
        return begun;
    }
}
