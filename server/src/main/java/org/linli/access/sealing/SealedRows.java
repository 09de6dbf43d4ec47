package org.linli.access.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The SQL that puts a table's values under the keys in use. It walks a table in the order of its primary key, so that a
 * walk can be taken up where it stopped.
 */
@Component
public final class SealedRows {

    /**
     * How far a walk has come.
     *
     * @param after primary key of the last row seen, as text
     * @param changed values put under the keys in use
     * @param end whether no row follows
     */
    public record Step(List<String> after, int changed, boolean end) {}

    private record Row(List<String> key, List<@Nullable String> sealed, List<byte @Nullable []> indexes) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate updates;

    SealedRows(JdbcClient jdbc, JdbcTemplate updates) {
        this.jdbc = jdbc;
        this.updates = updates;
    }

    /** Looks at the next rows, at most {@code limit}, in the caller's transaction; an empty {@code after} begins. */
    public Step reseal(SealedTable table, List<String> after, int limit, NewKeys keys) {
        var rows = next(table, after, limit);
        var changed = 0;
        for (var row : rows) {
            var fresh = fresh(table, row, keys);
            var count = changes(table, row, fresh);
            if (count > 0) {
                changed += count;
                // One by one: the message of a batch that fails holds every value in it.
                updates.update(
                        updateSql(table),
                        Stream.concat(fresh.stream(), row.key().stream()).toArray());
            }
        }
        var end = rows.size() < limit;
        return new Step(rows.isEmpty() ? after : rows.getLast().key(), changed, end);
    }

    /** How many values are under other keys than those in use. */
    public long left(SealedTable table, NewKeys keys) {
        var counts = Stream.concat(
                        table.sealed().stream()
                                .map(column -> "count(*) filter (where not starts_with(t.%s, :sealed))"
                                        .formatted(column.column())),
                        table.indexed().stream()
                                .map(column -> "count(*) filter (where substring(t.%s from 1 for %d) <> :index)"
                                        .formatted(column.column(), keys.indexPrefix().length)))
                .collect(Collectors.joining(" + "));
        return jdbc.sql("select %s from %s t".formatted(counts, table.table()))
                .param("sealed", keys.sealedPrefix())
                .param("index", keys.indexPrefix())
                .query(Long.class)
                .single();
    }

    private List<Row> next(SealedTable table, List<String> after, int limit) {
        var from = after.isEmpty()
                ? ""
                : "where (%s) > (%s)"
                        .formatted(
                                names(table, "t."),
                                IntStream.range(0, after.size())
                                        .mapToObj(n -> "cast(:after%d as %s)"
                                                .formatted(
                                                        n, table.keys().get(n).type()))
                                        .collect(Collectors.joining(", ")));
        var statement = jdbc.sql("select %s from %s t %s order by %s limit :limit for update of t"
                        .formatted(columns(table), table.table(), from, names(table, "t.")))
                .param("limit", limit);
        for (var n = 0; n < after.size(); n++) {
            statement = statement.param("after" + n, after.get(n));
        }
        return statement.query((row, n) -> row(table, row)).list();
    }

    private static String columns(SealedTable table) {
        var keys = table.keys().stream().map(key -> "t." + key.column() + "::text");
        var sealed = table.sealed().stream().map(column -> "t." + column.column());
        var indexes = table.indexed().stream()
                .flatMap(column -> Stream.of(
                        "t." + column.column(),
                        column.value().map(SealedTable.Source::sql).orElse("null::text")));
        return Stream.of(keys, sealed, indexes).flatMap(part -> part).collect(Collectors.joining(", "));
    }

    private static Row row(SealedTable table, ResultSet row) throws SQLException {
        var at = 1;
        var key = new ArrayList<String>();
        var sealed = new ArrayList<@Nullable String>();
        var indexes = new ArrayList<byte @Nullable []>();
        for (var unused : table.keys()) {
            key.add(row.getString(at++));
        }
        for (var unused : table.sealed()) {
            sealed.add(row.getString(at++));
        }
        for (var unused : table.indexed()) {
            indexes.add(row.getBytes(at++));
            sealed.add(row.getString(at++));
        }
        return new Row(key, sealed, indexes);
    }

    /** What the sealed columns, then the indexes, shall hold. */
    private static List<@Nullable Object> fresh(SealedTable table, Row row, NewKeys keys) {
        var fresh = new ArrayList<@Nullable Object>();
        for (var n = 0; n < table.sealed().size(); n++) {
            var old = row.sealed().get(n);
            var current = old == null || old.startsWith(keys.sealedPrefix());
            fresh.add(current ? old : keys.sealedAnew(table.sealed().get(n).context(), old));
        }
        for (var n = 0; n < table.indexed().size(); n++) {
            var column = table.indexed().get(n);
            var old = row.indexes().get(n);
            var value = row.sealed().get(table.sealed().size() + n);
            var current = old == null || value == null || column.value().isEmpty() || isCurrent(old, keys);
            fresh.add(
                    current
                            ? old
                            : keys.indexOf(
                                    column.purpose(),
                                    column.value().orElseThrow().context(),
                                    value));
        }
        return fresh;
    }

    private static boolean isCurrent(byte[] index, NewKeys keys) {
        return Arrays.equals(Arrays.copyOf(index, keys.indexPrefix().length), keys.indexPrefix());
    }

    private static int changes(SealedTable table, Row row, List<@Nullable Object> fresh) {
        var changed = 0;
        for (var n = 0; n < fresh.size(); n++) {
            var old = n < table.sealed().size()
                    ? row.sealed().get(n)
                    : row.indexes().get(n - table.sealed().size());
            changed += old == fresh.get(n) ? 0 : 1;
        }
        return changed;
    }

    private static String updateSql(SealedTable table) {
        var columns = Stream.concat(
                        table.sealed().stream().map(SealedTable.Sealed::column),
                        table.indexed().stream().map(SealedTable.Indexed::column))
                .map(column -> column + " = ?")
                .collect(Collectors.joining(", "));
        var keys = table.keys().stream()
                .map(key -> key.column() + " = cast(? as " + key.type() + ")")
                .collect(Collectors.joining(" and "));
        return "update %s set %s where %s".formatted(table.table(), columns, keys);
    }

    private static String names(SealedTable table, String prefix) {
        return table.keys().stream().map(key -> prefix + key.column()).collect(Collectors.joining(", "));
    }
}
