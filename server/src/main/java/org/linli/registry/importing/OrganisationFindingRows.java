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
        // Without a code the name tells which organisation is meant, so it must be the only one of its name.
        findings.note(sheet.id(), TABLE, 2, true, "ORGANISATION_NAME", "organisation-twice", """
                select row_number, other::text as argument
                  from (select row_number, uscc,
                               coalesce(min(row_number) filter (where uscc is not null) over same,
                                        min(row_number) over same) as other
                          from registry.import_organisation_row where import_id = :sheet and not faulty
                        window same as (partition by name)) r
                 where uscc is null and row_number <> other""", Map.of());
        known(sheet);
        findings.note(
                sheet.id(),
                TABLE,
                3,
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

    /** Those the base has: by their code, else by the name of one in the area that has no other code. */
    private void known(Sheet sheet) {
        jdbc.sql("drop table if exists import_known").update();
        jdbc.sql("""
                create temporary table import_known on commit drop as
                select distinct on (k.organisation_id) k.row_number, k.organisation_id, k.division
                  from (select distinct on (r.row_number) r.row_number, o.rank, o.organisation_id, o.division
                          from registry.import_organisation_row r
                          join (select r.row_number, 1 as rank, o.id as organisation_id, o.division
                                  from registry.import_organisation_row r
                                  join registry.organisation o on o.voided_at is null and o.uscc = r.uscc
                                 where r.import_id = :sheet
                                union all
                                select r.row_number, 2, o.id, o.division
                                  from registry.import_organisation_row r
                                  join registry.organisation o on o.voided_at is null and o.name = r.name
                                 where r.import_id = :sheet and (r.uscc is null or o.uscc is null)
                                   and starts_with(o.division, :area)) o using (row_number)
                         where r.import_id = :sheet and not r.faulty and not r.unfit
                         order by r.row_number, o.rank, o.organisation_id) k
                 order by k.organisation_id, k.rank, k.row_number""")
                .param("sheet", sheet.id())
                .param("area", sheet.area().value())
                .update();
    }
}
