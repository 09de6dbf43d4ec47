package org.linli.registry.importing;

import java.sql.Connection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.linli.shared.DivisionCode;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows on their way into the base, and what is wrong with them. */
@Repository
class StagingRows {

    private static final List<String> TABLES =
            List.of("registry.import_person_row", "registry.import_dwelling_row", "registry.import_organisation_row");
    private static final int DROPPED_AT_A_TIME = 50_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate connections;

    StagingRows(JdbcClient jdbc, JdbcTemplate connections) {
        this.jdbc = jdbc;
        this.connections = connections;
    }

    void copy(String table, String columns, CopyText rows) {
        if (rows.rows() == 0) {
            return;
        }
        connections.execute((ConnectionCallback<Long>) connection -> copy(connection, table, columns, rows));
    }

    private static long copy(Connection connection, String table, String columns, CopyText rows)
            throws java.sql.SQLException {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " (" + columns + ") from stdin", rows.bytes());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void copyFaults(CopyText faults) {
        copy(
                "registry.import_fault",
                "import_id, row_number, number, grave, of_sheet, field, message, arguments",
                faults);
    }

    /** Communities of the area's compounds, by the key of the compound's name. */
    Map<String, Set<DivisionCode>> compounds(DivisionCode area) {
        var compounds = new HashMap<String, Set<DivisionCode>>();
        jdbc.sql("""
                select distinct name_key, community from registry.compound
                where starts_with(community, :area) and voided_at is null""").param("area", area.value()).query(row -> {
            compounds
                    .computeIfAbsent(row.getString("name_key"), key -> new HashSet<>())
                    .add(DivisionCode.of(row.getString("community")));
        });
        return compounds;
    }

    /** Everything staged and found before, so that a check begins anew; in the caller's transaction. */
    void forget(UUID sheet) {
        for (var table : TABLES) {
            jdbc.sql("delete from " + table + " where import_id = :sheet")
                    .param("sheet", sheet)
                    .update();
        }
        jdbc.sql("delete from registry.import_fault where import_id = :sheet")
                .param("sheet", sheet)
                .update();
    }

    /** Drops some staged rows of an import that ended; false when none was left. */
    boolean dropSome(UUID sheet) {
        var dropped = 0;
        for (var table : TABLES) {
            dropped += jdbc.sql("delete from " + table + " where ctid = any (array(select ctid from " + table
                            + " where import_id = :sheet limit " + DROPPED_AT_A_TIME + "))")
                    .param("sheet", sheet)
                    .update();
        }
        return dropped > 0;
    }
}
