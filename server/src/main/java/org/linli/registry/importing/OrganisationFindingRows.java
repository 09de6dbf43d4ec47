package org.linli.registry.importing;

import java.util.Map;
import org.linli.registry.sheet.SheetKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compares rows of organisations: codes that stand twice, organisations of other areas. */
@Repository
class OrganisationFindingRows implements SheetFindings {

    private static final String TABLE = "registry.import_organisation_row";

    private final JdbcClient jdbc;
    private final SheetFindingRows findings;

    OrganisationFindingRows(JdbcClient jdbc, SheetFindingRows findings) {
        this.jdbc = jdbc;
        this.findings = findings;
    }

    @Override
    public SheetKind kind() {
        return SheetKind.ORGANISATIONS;
    }

    @Override
    public Counts find(Sheet sheet) {
        findings.begin(sheet.id(), TABLE);
        findings.note(sheet.id(), TABLE, 1, true, "USCC", "uscc-twice", """
                select row_number, first::text as argument
                  from (select row_number, min(row_number) over (partition by uscc) as first
                          from registry.import_organisation_row
                         where import_id = :sheet and not faulty and uscc is not null) r
                 where row_number > first""", Map.of());
        jdbc.sql("drop table if exists import_known").update();
        jdbc.sql("""
                create temporary table import_known on commit drop as
                select distinct on (r.row_number) r.row_number, o.id as organisation_id, o.division
                  from registry.import_organisation_row r
                  join registry.organisation o
                    on o.voided_at is null
                   and (o.uscc = r.uscc
                        or r.uscc is null and o.name = r.name and starts_with(o.division, :area))
                 where r.import_id = :sheet and not r.faulty and not r.unfit
                 order by r.row_number, o.uscc is not distinct from r.uscc desc, o.id""")
                .param("sheet", sheet.id())
                .param("area", sheet.area().value())
                .update();
        findings.note(
                sheet.id(),
                TABLE,
                2,
                true,
                "USCC",
                "organisation-elsewhere",
                """
                select row_number, null::text as argument from import_known
                 where not starts_with(division, :area) and not starts_with(:area, division)""",
                Map.of("area", sheet.area().value()));
        var known =
                jdbc.sql("""
                select count(*) from import_known join registry.import_organisation_row r using (row_number)
                 where r.import_id = :sheet and not r.unfit""").param("sheet", sheet.id()).query(Integer.class).single();
        return findings.counts(sheet.id(), TABLE, known);
    }
}
