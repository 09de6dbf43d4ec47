package org.linli.registry.importing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.linli.registry.sheet.SheetField;
import org.linli.shared.Page;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the import page shows: the unit's imports, and what is wrong with a sheet's rows. */
@Component
class ImportQueries {

    private static final int IMPORTS = 30;
    private static final int FAULTS = 100;
    private static final int FETCHED = 2_000;

    /** A fault with the row it is in. */
    record FaultLine(int row, int number, Fault fault) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate stream;

    ImportQueries(JdbcClient jdbc, JdbcTemplate rows) {
        this.jdbc = jdbc;
        this.stream = new JdbcTemplate(java.util.Objects.requireNonNull(rows.getDataSource()));
        this.stream.setFetchSize(FETCHED);
    }

    /** The unit's imports, newest first; {@code before} is the last of the page before. */
    Page<Sheet> page(String unit, Optional<UUID> before) {
        var found = jdbc.sql("""
                select * from registry.import
                where unit = :unit and (cast(:before as uuid) is null or id < cast(:before as uuid))
                order by id desc limit :limit""")
                .param("unit", unit)
                .param("before", before.map(UUID::toString).orElse(null))
                .param("limit", IMPORTS + 1)
                .query((row, number) -> ImportRows.sheet(row))
                .list();
        var shown = found.subList(0, Math.min(IMPORTS, found.size()));
        return new Page<>(
                shown, found.size() > IMPORTS ? Optional.of(shown.getLast().id().toString()) : Optional.empty());
    }

    Page<FaultLine> faults(UUID sheet, int afterRow, int afterNumber) {
        var found = jdbc.sql("""
                select row_number, number, grave, field, message, arguments from registry.import_fault
                where import_id = :sheet and (row_number, number) > (:row, :number)
                order by row_number, number limit :limit""")
                .param("sheet", sheet)
                .param("row", afterRow)
                .param("number", afterNumber)
                .param("limit", FAULTS + 1)
                .query((row, number) -> line(row))
                .list();
        var shown = found.subList(0, Math.min(FAULTS, found.size()));
        return new Page<>(
                shown,
                found.size() > FAULTS
                        ? Optional.of(
                                shown.getLast().row() + "-" + shown.getLast().number())
                        : Optional.empty());
    }

    /** How many rows each fault speaks of, the most frequent first. */
    List<Tally> tallies(UUID sheet) {
        return jdbc.sql("""
                select field, message, min(array_to_string(arguments, ', ')) as example, count(*)::int as times, grave
                  from registry.import_fault where import_id = :sheet
                 group by field, message, grave order by times desc, message limit 30""")
                .param("sheet", sheet)
                .query((row, number) -> new Tally(
                        row.getString("field"), row.getString("message"), row.getInt("times"), row.getBoolean("grave")))
                .list();
    }

    /** One kind of fault and how often it occurs. */
    record Tally(String field, String message, int times, boolean grave) {}

    /** All of them in order, as they are read. */
    @Transactional(readOnly = true)
    public void eachFault(UUID sheet, Consumer<FaultLine> consumer) {
        stream.query(
                """
                select row_number, number, grave, field, message, arguments from registry.import_fault
                where import_id = ? order by row_number, number""",
                row -> {
                    consumer.accept(line(row));
                },
                sheet);
    }

    private static FaultLine line(java.sql.ResultSet row) throws java.sql.SQLException {
        var field = row.getString("field");
        return new FaultLine(
                row.getInt("row_number"),
                row.getInt("number"),
                new Fault(
                        field.isEmpty() ? null : SheetField.valueOf(field),
                        row.getString("message"),
                        ImportRows.texts(row.getArray("arguments")),
                        row.getBoolean("grave")));
    }
}
