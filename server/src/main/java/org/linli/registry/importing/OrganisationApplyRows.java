package org.linli.registry.importing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.linli.registry.change.Change;
import org.linli.registry.sealing.Seals;
import org.linli.registry.sheet.SheetKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes organisations: found by their code, those without one by their name in the area. */
@Repository
class OrganisationApplyRows implements SheetApplying {

    private final JdbcClient jdbc;
    private final ApplyStatementRows statements;
    private final Seals seals;

    OrganisationApplyRows(JdbcClient jdbc, ApplyStatementRows statements, Seals seals) {
        this.jdbc = jdbc;
        this.statements = statements;
        this.seals = seals;
    }

    @Override
    public SheetKind kind() {
        return SheetKind.ORGANISATIONS;
    }

    @Override
    public List<Step> steps() {
        return List.of(this::comparePhones, this::known, this::added);
    }

    /** The same number sealed twice looks different, so they are opened; those that are the same are not told again. */
    private Map<String, Integer> comparePhones(Sheet sheet, Change change, LocalDate today) {
        var same = jdbc.sql("""
                select r.row_number, r.phone_sealed as told, o.phone_sealed as held
                  from import_known k join registry.import_organisation_row r using (row_number)
                  join registry.organisation o on o.id = k.organisation_id
                 where r.import_id = :sheet and r.phone_sealed is not null and o.phone_sealed is not null""")
                .param("sheet", sheet.id())
                .query((row, number) ->
                        seals.openContact(row.getString("told")).equals(seals.openContact(row.getString("held")))
                                ? row.getInt("row_number")
                                : 0)
                .list();
        jdbc.sql("""
                update registry.import_organisation_row set phone_sealed = null
                 where import_id = :sheet and row_number = any (:rows)""")
                .param("sheet", sheet.id())
                .param("rows", same.toArray(Integer[]::new))
                .update();
        return Map.of();
    }

    private Map<String, Integer> known(Sheet sheet, Change change, LocalDate today) {
        return Map.of("organisations-changed", statements.run("""
                update registry.organisation o
                   set uscc = n.uscc, name = n.name, initials = n.initials, kind = n.kind,
                       legal_representative = n.legal_representative, phone_sealed = coalesce(n.phone_sealed, o.phone_sealed),
                       address = n.address, division = n.division, lon = n.lon, lat = n.lat, employees = n.employees,
                       established_on = n.established_on, dissolved_on = n.dissolved_on,
                       revision = o.revision + 1, changed_at = :now, change_id = :change
                  from (
                    select k.organisation_id, coalesce(r.uscc, q.uscc) as uscc, r.name,
                           case when r.name = q.name then q.initials else r.initials end as initials,
                           coalesce(r.kind, q.kind) as kind,
                           coalesce(r.legal_representative, q.legal_representative) as legal_representative,
                           r.phone_sealed, coalesce(r.address, q.address) as address,
                           case when starts_with(q.division, r.division) then q.division else r.division end as division,
                           coalesce(r.lon, q.lon) as lon, coalesce(r.lat, q.lat) as lat,
                           coalesce(r.employees, q.employees) as employees,
                           coalesce(r.established_on, q.established_on) as established_on,
                           coalesce(r.dissolved_on, q.dissolved_on) as dissolved_on
                      from (select distinct on (organisation_id) * from import_known order by organisation_id, row_number) k
                      join registry.import_organisation_row r on r.import_id = :sheet and r.row_number = k.row_number
                      join registry.organisation q on q.id = k.organisation_id
                     where not r.unfit) n
                 where o.id = n.organisation_id
                   and (n.phone_sealed is not null
                        or (o.uscc, o.name, o.kind, o.legal_representative, o.address, o.division, o.lon, o.lat, o.employees,
                            o.established_on, o.dissolved_on) is distinct from
                           (n.uscc, n.name, n.kind, n.legal_representative, n.address, n.division, n.lon, n.lat, n.employees,
                            n.established_on, n.dissolved_on))""", sheet, change, today));
    }

    private Map<String, Integer> added(Sheet sheet, Change change, LocalDate today) {
        return Map.of("organisations-new", statements.run("""
                insert into registry.organisation (id, uscc, name, initials, kind, legal_representative, phone_sealed, address,
                       division, lon, lat, employees, established_on, dissolved_on, changed_at, change_id)
                select uuidv7(), r.uscc, r.name, r.initials, coalesce(r.kind, 'OTHER'), r.legal_representative, r.phone_sealed,
                       r.address, r.division, r.lon, r.lat, r.employees, r.established_on, r.dissolved_on, :now, :change
                  from registry.import_organisation_row r left join import_known k using (row_number)
                 where r.import_id = :sheet and not r.faulty and not r.unfit and k.row_number is null""", sheet, change, today));
    }
}
