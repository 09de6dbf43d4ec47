package org.linli.registry.bulk;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.registry.bulk.Batch.OnPhones;
import org.linli.shared.CopyBuffer;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Sends rows by binary COPY. */
@Repository
class CopyRows {

    private final JdbcTemplate jdbc;

    CopyRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void copy(List<Batch.Copied> parts) {
        jdbc.execute((ConnectionCallback<Integer>) connection -> {
            for (var part : parts) {
                CopyBuffer.send(connection, part.table(), part.columns(), part.bytes());
            }
            return parts.size();
        });
    }

    /**
     * Where the database's account may, without looking up for every single row what it names: a complete batch names only
     * what it brings itself. The checks of columns and of keys are made as ever.
     */
    void copyComplete(List<Batch.Copied> parts) {
        var may = Boolean.TRUE.equals(jdbc.queryForObject(
                "select has_parameter_privilege('session_replication_role', 'set')", Boolean.class));
        if (may) {
            jdbc.execute("set local session_replication_role = replica");
        }
        loading("on");
        copy(parts);
        loading("off");
        if (may) {
            // What the caller does next in this transaction is watched again, its history kept.
            jdbc.execute("set local session_replication_role = origin");
        }
    }

    /** The change log is told once for the whole batch; its triggers know that they need not. */
    private void loading(String on) {
        jdbc.queryForObject("select set_config('registry.loading', ?, true)", String.class, on);
    }

    /** All at once instead of row by row as it comes. */
    void tellPhones(List<OnPhones> records) {
        records.stream()
                .collect(Collectors.groupingBy(OnPhones::type))
                .forEach((type, those) -> jdbc.query(
                        "select sync.note_all(?, ?, ?)",
                        row -> {},
                        those.stream().map(one -> "grid:" + one.division()).toArray(String[]::new),
                        type,
                        those.stream().map(OnPhones::id).toArray(UUID[]::new)));
    }

    void vacuum() {
        jdbc.execute("vacuum (analyze) "
                + Arrays.stream(CopyTable.values()).map(CopyTable::table).collect(Collectors.joining(", ")));
    }
}
