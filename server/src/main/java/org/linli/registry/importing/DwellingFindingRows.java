package org.linli.registry.importing;

import java.util.Map;
import org.linli.registry.sheet.SheetKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compares rows of dwellings: doors that stand twice. */
@Repository
class DwellingFindingRows implements SheetFindings {

    private static final String TABLE = "registry.import_dwelling_row";

    private final JdbcClient jdbc;
    private final SheetFindingRows findings;

    DwellingFindingRows(JdbcClient jdbc, SheetFindingRows findings) {
        this.jdbc = jdbc;
        this.findings = findings;
    }

    @Override
    public SheetKind kind() {
        return SheetKind.DWELLINGS;
    }

    @Override
    public Counts find(Sheet sheet) {
        findings.begin(sheet.id(), TABLE);
        findings.note(sheet.id(), TABLE, 1, true, "ROOM", "door-twice", """
                select row_number, first::text as argument
                  from (select row_number,
                               min(row_number) over (partition by community, compound_key, number_key) as first
                          from registry.import_dwelling_row where import_id = :sheet and not faulty) r
                 where row_number > first""", Map.of());
        var known =
                jdbc.sql("""
                select count(*) from registry.import_dwelling_row r
                 where r.import_id = :sheet and not r.faulty and not r.unfit
                   and exists (select from registry.compound c
                                 join registry.dwelling d on d.compound_id = c.id and d.voided_at is null
                                where c.community = r.community and c.name_key = r.compound_key and c.voided_at is null
                                  and d.number_key = r.number_key)""").param("sheet", sheet.id()).query(Integer.class).single();
        return findings.counts(sheet.id(), TABLE, known);
    }
}
