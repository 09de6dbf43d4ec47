package org.linli;

import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What the last full check of the migrations found in order: their files, and every row of every history. A history that
 * was altered, shortened or removed since does not match, and neither does another set of files.
 */
final class CheckedMigrations {

    /** A table, a schema or a column that is not there (yet). */
    private static final String UNDEFINED = "42";

    private static final String NO_SCHEMA = "3F";

    private final DataSource database;
    private final String histories;

    CheckedMigrations(DataSource database, Collection<String> modules) {
        this.database = database;
        this.histories = modules.stream()
                .map(Migrations::history)
                .map("select '%1$s ' || h::text as line from house.%1$s h"::formatted)
                .collect(Collectors.joining(
                        " union all ",
                        "(select md5(string_agg(line, chr(10) order by line collate \"C\")) from (",
                        ") as lines)"));
    }

    /** Whether files and histories are those that were last found in order. */
    boolean stand(String files) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select files = ? and histories = " + histories + " from house.checked_migrations")) {
            query.setString(1, files);
            try (var rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        } catch (SQLException e) {
            if (isUndefined(e)) {
                return false;
            }
            throw new IllegalStateException("the histories of the migrations cannot be read", e);
        }
    }

    /** Keeps what a full check has just found in order. */
    void note(String files) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "insert into house.checked_migrations (files, histories) values (?, "
                                + histories
                                + ") on conflict (one) do update set files = excluded.files, histories = excluded.histories,"
                                + " checked_at = now()")) {
            statement.setString(1, files);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the histories of the migrations cannot be kept", e);
        }
    }

    private static boolean isUndefined(SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        return state.startsWith(UNDEFINED) || state.startsWith(NO_SCHEMA);
    }
}
