package org.linli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The figures of one bench, row by row, and the machine they were taken on. */
final class Report {

    private final String name;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    Report(String name) {
        this.name = name;
    }

    /** Adds a row; fields keep their order. */
    Report row(Object... namesAndValues) {
        var row = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        rows.add(row);
        return this;
    }

    String json() {
        var whole = new LinkedHashMap<String, Object>();
        whole.put("bench", name);
        whole.put("machine", Machine.here());
        whole.put("rows", rows);
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(whole);
    }

    String table() {
        var text = new StringBuilder("\n" + name + " on " + Machine.here() + "\n\n");
        var columns = new ArrayList<>(rows.getFirst().keySet());
        var widths = columns.stream()
                .mapToInt(column -> Math.max(
                        column.length(),
                        rows.stream()
                                .mapToInt(row -> shown(row.get(column)).length())
                                .max()
                                .orElse(0)))
                .toArray();
        line(text, columns, widths);
        for (var row : rows) {
            line(text, columns.stream().map(column -> shown(row.get(column))).toList(), widths);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths) {
        for (var i = 0; i < widths.length; i++) {
            var cell = cells.get(i);
            text.append(i == 0 ? "" : "  ")
                    .append(i == 0 ? cell : " ".repeat(widths[i] - cell.length()) + cell)
                    .append(i == 0 ? " ".repeat(widths[i] - cell.length()) : "");
        }
        text.append('\n');
    }

    private static String shown(@org.jspecify.annotations.Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Double number -> String.format(Locale.ROOT, number < 10 ? "%.2f" : "%,.0f", number);
            case Number number -> String.format(Locale.ROOT, "%,d", number.longValue());
            case Object other -> other.toString();
        };
    }
}
