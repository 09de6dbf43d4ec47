package org.linli.registry.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.linli.registry.sheet.SheetFormat;
import org.linli.registry.sheet.XlsxWriting;

/** A sheet of any kind, and the faults that were planted in it. */
final class TextSheet {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final List<String> headers;
    private final List<List<String>> rows = new ArrayList<>();
    private final Map<Integer, byte[]> raw = new HashMap<>();
    private final Map<String, String> planted = new TreeMap<>();

    TextSheet(String... headers) {
        this.headers = List.of(headers);
    }

    TextSheet add(String... cells) {
        rows.add(new ArrayList<>(List.of(cells)));
        return this;
    }

    int size() {
        return rows.size();
    }

    String get(int row, String header) {
        return rows.get(row).get(headers.indexOf(header));
    }

    void set(int row, String header, String text) {
        rows.get(row).set(headers.indexOf(header), text);
    }

    /** Puts a text into a cell and remembers what is to be said of it. */
    void plant(int row, String word, String header, String text) {
        set(row, header, text);
        expect(row, word);
    }

    void plantTooManyCells(int row) {
        rows.get(row).add("多余");
        expect(row, "too-many-cells");
    }

    /** What only text files can have wrong. */
    void plantBytes(int encoding, int quotation) {
        raw.put(encoding, line(rows.get(encoding)).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        expect(encoding, "encoding");
        raw.put(quotation, ("\"" + line(rows.get(quotation))).getBytes(GB18030));
        expect(quotation, "quotation");
    }

    void expect(int row, String word) {
        var key = word.startsWith("refusal.") ? word : "registry.import.fault." + word;
        planted.put(row + 2 + " " + key, "grave");
    }

    Map<String, String> planted() {
        return planted;
    }

    byte[] bytes(SheetFormat format) {
        return switch (format) {
            case CSV -> csv();
            case XLSX -> xlsx();
        };
    }

    private byte[] csv() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(line(headers).getBytes(GB18030));
        for (var n = 0; n < rows.size(); n++) {
            out.writeBytes(raw.getOrDefault(n, line(rows.get(n)).getBytes(GB18030)));
        }
        return out.toByteArray();
    }

    private byte[] xlsx() {
        var out = new ByteArrayOutputStream();
        try (var writing = new XlsxWriting(out, "表", "")) {
            writing.headers(headers);
            for (var row : rows) {
                writing.row(row);
            }
            writing.finish("说明", new LinkedHashMap<>());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String line(List<String> cells) {
        return String.join(",", cells) + "\r\n";
    }
}
