package org.linli.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Comma-separated text (RFC 4180, UTF-8, a byte order mark allowed) whose first line names the columns. */
public final class Csv {

    private Csv() {}

    /** Every line as column name to value, in the order of the columns; a missing value at the end of a line is empty. */
    public static List<Map<String, String>> rows(InputStream bytes) {
        try (var reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return named(records(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> named(List<List<String>> records) {
        var rows = new ArrayList<Map<String, String>>();
        var head = records.isEmpty() ? List.<String>of() : records.getFirst();
        for (var record : records.subList(Math.min(1, records.size()), records.size())) {
            if (record.size() > head.size()) {
                throw new IllegalArgumentException("more values than columns in line " + (rows.size() + 2));
            }
            var row = new LinkedHashMap<String, String>();
            for (var i = 0; i < head.size(); i++) {
                row.put(head.get(i), i < record.size() ? record.get(i) : "");
            }
            rows.add(row);
        }
        return List.copyOf(rows);
    }

    private static List<List<String>> records(BufferedReader reader) throws IOException {
        var records = new ArrayList<List<String>>();
        var record = new ArrayList<String>();
        var value = new StringBuilder();
        var quoted = false;
        var first = true;
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (first && c == '\uFEFF') {
                first = false;
                continue;
            }
            first = false;
            if (quoted) {
                quoted = c != '"' || peeksQuote(reader);
                if (quoted) {
                    value.append((char) c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',') {
                record.add(taken(value));
            } else if (c == '\n') {
                record.add(taken(value));
                addUnlessBlank(records, record);
                record = new ArrayList<>();
            } else if (c != '\r') {
                value.append((char) c);
            }
        }
        record.add(taken(value));
        addUnlessBlank(records, record);
        return records;
    }

    /** Inside quotes, a doubled quote stands for one; the second is taken from the reader. */
    private static boolean peeksQuote(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() == '"') {
            return true;
        }
        reader.reset();
        return false;
    }

    private static String taken(StringBuilder value) {
        var text = value.toString();
        value.setLength(0);
        return text;
    }

    private static void addUnlessBlank(List<List<String>> records, List<String> record) {
        if (record.size() > 1 || !record.getFirst().isEmpty()) {
            records.add(record);
        }
    }
}
