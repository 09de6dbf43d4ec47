package org.linli.registry.importing;

import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What every comparison of a sheet's rows does with what it finds. */
@Repository
class SheetFindingRows {

    private final JdbcClient jdbc;

    SheetFindingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every row is taken for importable again, as far as only comparisons had spoken against it. */
    void begin(UUID sheet, String table) {
        jdbc.sql("delete from registry.import_fault where import_id = :sheet and of_sheet")
                .param("sheet", sheet)
                .update();
        jdbc.sql("update " + table + " set unfit = false where import_id = :sheet and unfit")
                .param("sheet", sheet)
                .update();
        // Rows that came a moment ago are not in the statistics, and joins would be planned for none.
        jdbc.sql("analyze " + table).update();
    }

    /**
     * Notes what a query finds.
     *
     * @param number tells the finding from others of the same row
     * @param found query of {@code row_number} and {@code argument} over {@code :sheet} and other parameters
     */
    void note(
            UUID sheet,
            String table,
            int number,
            boolean grave,
            String field,
            String word,
            String found,
            Map<String, ?> parameters) {
        var noted = jdbc.sql("""
                insert into registry.import_fault (import_id, row_number, number, grave, of_sheet, field, message, arguments)
                select distinct on (f.row_number) :sheet, f.row_number, :number, :grave, true, :field,
                       'registry.import.fault.' || :word, case when f.argument is null then '{}'::text[] else array[f.argument] end
                  from (%s) f order by f.row_number, f.argument""".formatted(found))
                .param("sheet", sheet)
                .param("number", SheetFindings.FIRST_NUMBER + number)
                .param("grave", grave)
                .param("field", field)
                .param("word", word)
                .params(parameters)
                .update();
        if (grave && noted > 0) {
            jdbc.sql("update " + table + " " + """
                    r set unfit = true from registry.import_fault f
                     where r.import_id = :sheet and f.import_id = :sheet and f.row_number = r.row_number
                       and f.number = :number and not r.unfit""")
                    .param("sheet", sheet)
                    .param("number", SheetFindings.FIRST_NUMBER + number)
                    .update();
        }
    }

    SheetFindings.Counts counts(UUID sheet, String table, int known) {
        return jdbc.sql("""
                select (select count(*) from %s r where r.import_id = :sheet and not r.faulty and not r.unfit) as good,
                       (select count(distinct row_number) from registry.import_fault
                         where import_id = :sheet and grave) as faulty,
                       (select count(*) from registry.import_fault where import_id = :sheet and not grave) as notices""".formatted(table))
                .param("sheet", sheet)
                .query((row, number) -> new SheetFindings.Counts(
                        row.getInt("good"), row.getInt("faulty"), row.getInt("notices"), known))
                .single();
    }
}
