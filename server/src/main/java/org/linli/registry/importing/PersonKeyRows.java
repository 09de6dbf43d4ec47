package org.linli.registry.importing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.linli.registry.change.Change;
import org.linli.registry.finding.LookupKeys;
import org.linli.registry.finding.Spelling;
import org.linli.registry.sealing.Seals;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What only this house's own code can tell: whether two sealed addresses are the same, and under what people are found. */
@Repository
class PersonKeyRows {

    private static final int FETCHED = 5_000;
    private static final int BATCH = 20_000;

    private final JdbcTemplate rows;
    private final JdbcClient jdbc;
    private final StagingRows staging;
    private final ApplyStatementRows statements;
    private final Seals seals;

    PersonKeyRows(JdbcTemplate rows, JdbcClient jdbc, StagingRows staging, ApplyStatementRows statements, Seals seals) {
        this.rows = new JdbcTemplate(Objects.requireNonNull(rows.getDataSource()));
        this.rows.setFetchSize(FETCHED);
        this.jdbc = jdbc;
        this.staging = staging;
        this.statements = statements;
        this.seals = seals;
    }

    /** Rows whose address of registration is another than the base's go into the temporary table import_address. */
    Map<String, Integer> compareAddresses(Sheet sheet, Change change, LocalDate today) {
        jdbc.sql("drop table if exists import_address").update();
        jdbc.sql("create temporary table import_address (row_number int primary key) on commit drop")
                .update();
        var differing = new CopyBatch("import_address", "row_number");
        rows.query("""
                select r.row_number, r.registered_address_sealed as told, p.registered_address_sealed as held
                  from import_who w join import_good r using (row_number) join registry.person p on p.id = w.person_id
                 where w.known and r.registered_address_sealed is not null""", row -> {
            var held = row.getString("held");
            var told = row.getString("told");
            if (held == null || !seals.openAddress(told).equals(seals.openAddress(held))) {
                differing.text.add(row.getInt("row_number")).end();
                differing.flushFull();
            }
        });
        differing.flush();
        return Map.of();
    }

    Map<String, Integer> write(Sheet sheet, Change change, LocalDate today) {
        statements.run("""
                insert into registry.lookup (community, key, person_id)
                select left(p.division, 12), k.key, p.id
                  from import_who w join import_good r using (row_number) join registry.person p on p.id = w.person_id
                  cross join lateral unnest(r.lookup_keys) k(key)
                 where not w.known""", sheet, change, today);
        jdbc.sql("drop table if exists import_lookup").update();
        jdbc.sql("create temporary table import_lookup (community text, key text, person_id uuid) on commit drop")
                .update();
        var keys = new CopyBatch("import_lookup", "community, key, person_id");
        rows.query(
                """
                select p.id, p.name, p.former_name, p.pinyin, p.initials, left(p.division, 12) as community
                  from import_who w join registry.person p on p.id = w.person_id
                 where w.known and p.change_id = ?""",
                row -> {
                    var spelling = new Spelling(row.getString("pinyin"), row.getString("initials"));
                    var former = Optional.ofNullable(row.getString("former_name"));
                    for (var key : LookupKeys.of(row.getString("name"), spelling, former)) {
                        keys.text
                                .add(row.getString("community"))
                                .add(key)
                                .add(row.getObject("id", UUID.class))
                                .end();
                    }
                    keys.flushFull();
                },
                change.id());
        keys.flush();
        statements.run("""
                delete from registry.lookup l using import_who w, registry.person p
                 where w.known and p.id = w.person_id and p.change_id = :change and l.person_id = p.id""", sheet, change, today);
        statements.run(
                "insert into registry.lookup (community, key, person_id) select community, key, person_id from import_lookup",
                sheet,
                change,
                today);
        return Map.of();
    }

    /** Rows on their way into a temporary table, some thousand at a time. */
    private final class CopyBatch {

        private final String table;
        private final String columns;
        private CopyText text = new CopyText();

        CopyBatch(String table, String columns) {
            this.table = table;
            this.columns = columns;
        }

        void flushFull() {
            if (text.rows() >= BATCH) {
                flush();
            }
        }

        void flush() {
            staging.copy(table, columns, text);
            text = new CopyText();
        }
    }
}
