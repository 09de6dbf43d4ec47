package org.linli.registry.sheet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes CSV (RFC 4180) in UTF-8 with a byte order mark, so that spreadsheets read it as what it is. */
public final class CsvWriting implements SheetWriting {

    private final Writer out;

    public CsvWriting(OutputStream out) throws IOException {
        this.out = new OutputStreamWriter(new BufferedOutputStream(out, 1 << 16), StandardCharsets.UTF_8);
        this.out.write('\uFEFF');
    }

    @Override
    public void remark(String text) throws IOException {
        line(List.of("# " + text));
    }

    @Override
    public void headers(List<String> names) throws IOException {
        line(names);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        line(cells);
    }

    @Override
    public void finish(String title, Map<String, String> properties) throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void line(List<String> cells) throws IOException {
        for (var i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            write(Plain.neutral(cells.get(i)));
        }
        out.write("\r\n");
    }

    private void write(String text) throws IOException {
        var quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        if (quoted) {
            out.write('"');
            out.write(text.replace("\"", "\"\""));
            out.write('"');
        } else {
            out.write(text);
        }
    }
}
