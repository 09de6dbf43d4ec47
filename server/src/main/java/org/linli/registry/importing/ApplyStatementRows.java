package org.linli.registry.importing;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import org.linli.registry.change.Change;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs the statements of a writing, which may name the import, the change, its moment, the day and the area. */
@Repository
class ApplyStatementRows {

    private final JdbcClient jdbc;

    ApplyStatementRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int run(String sql, Sheet sheet, Change change, LocalDate today) {
        return bound(sql, sheet, change, today).update();
    }

    JdbcClient.StatementSpec bound(String sql, Sheet sheet, Change change, LocalDate today) {
        // The driver leaves it open what type a moment and a day have, and PostgreSQL would take them for text.
        var statement =
                jdbc.sql(sql.replace(":now", "cast(:now as timestamptz)").replace(":today", "cast(:today as date)"));
        if (sql.contains(":sheet")) {
            statement = statement.param("sheet", sheet.id());
        }
        if (sql.contains(":now")) {
            statement = statement.param("now", Timestamp.from(change.at()));
        }
        if (sql.contains(":change")) {
            statement = statement.param("change", change.id());
        }
        if (sql.contains(":today")) {
            statement = statement.param("today", Date.valueOf(today));
        }
        return sql.contains(":area") ? statement.param("area", sheet.area().value()) : statement;
    }
}
