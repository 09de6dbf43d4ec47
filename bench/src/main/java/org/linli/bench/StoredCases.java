package org.linli.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A past for the bench: finished errands, multiplied inside the database from a few real ones, so that every row has the
 * shape the program gives it. Identifiers and keys are derived from the original's and the number of the copy; days are
 * spread over the years before.
 */
final class StoredCases {

    private static final int COPIES_A_TURN = 1000;
    private static final int DAYS = 700;

    private static final Set<String> OWN_IDS = Set.of("id", "case_id", "errand_id", "visit_id", "visit", "errand");
    private static final Set<String> OWN_TEXTS = Set.of("number", "case_number", "request_key", "last_key", "ticket");

    /** One copy in a hundred is still open, and of these one in five is late. */
    private static final int OPEN_ONE_IN = 100;

    private static final String OPEN = "copy %% %d = 0".formatted(OPEN_ONE_IN);

    /** What a copied case says differently: it is over, or it has stood since. */
    private static final Map<String, Map<String, String>> OVER = Map.of(
            "casework.case_file",
            Map.of(
                    "state", "case when %s then 'ACCEPTED' else 'COMPLETED' end".formatted(OPEN),
                    "ended_at", "case when not %s then t.opened_at - shift + interval '9 minutes' end".formatted(OPEN),
                    "due",
                            "case when %s then now() + make_interval(days => (copy / 100 %% 10)::int - 2) else t.due - shift end"
                                    .formatted(OPEN),
                    "yellow_at",
                            "case when %s then now() + make_interval(days => (copy / 100 %% 10)::int - 3) else t.yellow_at - shift end"
                                    .formatted(OPEN),
                    "handlers", "'{}'",
                    "next_reminder", "'infinity'",
                    "timeout_at", "'infinity'"),
            "counter.visit",
            Map.of("day", "t.day - (copy % 700 + 1)::int"));

    private static final List<String> TABLES = List.of(
            "casework.case_file",
            "casework.case_event",
            "casework.case_clock",
            "counter.visit",
            "counter.errand",
            "counter.errand_material",
            "counter.visit_errand");

    private StoredCases() {}

    /** @return how many finished cases are stored afterwards */
    static long multiply(Connection connection, long wanted) throws SQLException {
        connection.setAutoCommit(true);
        var templates = templates(connection);
        var copies = (wanted * OPEN_ONE_IN / (OPEN_ONE_IN - 1) + templates - 1) / templates;
        for (var first = 1L; first <= copies; first += COPIES_A_TURN) {
            for (var table : TABLES) {
                copy(connection, table, first, Math.min(first + COPIES_A_TURN - 1, copies));
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
            try (var rows =
                    statement.executeQuery("select count(*) from casework.case_file where ended_at is not null")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Notes which errands are copied: those that exist now. */
    private static long templates(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create schema if not exists bench");
            statement.execute("""
                    create table bench.template as
                      select e.id as errand, e.case_id as case_file, e.visit_id as visit
                        from counter.errand e join counter.visit v on v.id = e.visit_id
                       where e.item_code = '150203-ZB-002' and v.state = 'FINISHED' and e.finished_at is not null
                       limit 100
                    """);
            try (var rows = statement.executeQuery("select count(*) from bench.template")) {
                rows.next();
                if (rows.getLong(1) == 0) {
                    throw new IllegalStateException("there is no finished errand to copy");
                }
                return rows.getLong(1);
            }
        }
    }

    private static void copy(Connection connection, String table, long from, long to) throws SQLException {
        var columns = columns(connection, table);
        var values = columns.stream().map(column -> value(table, column)).toList();
        var sql = """
                insert into %s (%s)
                select %s
                  from %s t
                  join bench.template m on %s
                 cross join generate_series(%d, %d) as copy
                 cross join lateral (select make_interval(days => (copy %% %d + 1)::int) as shift) as s
                """.formatted(
                        table,
                        String.join(", ", columns.stream().map(Column::name).toList()),
                        String.join(", ", values),
                        table,
                        belongs(table),
                        from,
                        to,
                        DAYS);
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String belongs(String table) {
        return switch (table) {
            case "casework.case_file" -> "t.id = m.case_file";
            case "casework.case_event", "casework.case_clock" -> "t.case_id = m.case_file";
            case "counter.visit" -> "t.id = m.visit";
            case "counter.errand" -> "t.id = m.errand";
            case "counter.errand_material" -> "t.errand_id = m.errand";
            case "counter.visit_errand" -> "t.errand = m.errand";
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    private record Column(String name, String type) {}

    private static String value(String table, Column column) {
        var over = OVER.getOrDefault(table, Map.of()).get(column.name());
        if (over != null) {
            return over;
        }
        var name = "t." + column.name();
        if (column.name().equals("document_index")) {
            return "decode(md5(" + name + "::text || ':' || copy), 'hex')";
        }
        if (column.name().equals("subject_id")) {
            return "md5(" + name + " || ':' || copy)::uuid::text";
        }
        if (column.type().equals("uuid") && OWN_IDS.contains(column.name())) {
            return "md5(" + name + "::text || ':' || copy)::uuid";
        }
        if (OWN_TEXTS.contains(column.name())) {
            return name + " || '.' || copy";
        }
        return column.type().equals("timestamp with time zone") ? name + " - shift" : name;
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var statement = connection.prepareStatement("""
                select column_name, data_type from information_schema.columns
                 where table_schema || '.' || table_name = ? and is_generated = 'NEVER'
                 order by ordinal_position
                """)) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return columns;
    }
}
