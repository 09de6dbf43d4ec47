package org.linli.registry.importing;

import java.time.LocalDate;
import java.util.Map;
import org.linli.registry.change.Change;
import org.springframework.stereotype.Repository;

/** Finds or makes the compounds and dwellings that rows tell of; what it found is in the temporary table import_door. */
@Repository
class DoorApplyRows {

    private final ApplyStatementRows statements;

    DoorApplyRows(ApplyStatementRows statements) {
        this.statements = statements;
    }

    Map<String, Integer> compounds(String table, Sheet sheet, Change change, LocalDate today) {
        var made = statements.run("""
                insert into registry.compound (id, community, name, name_key, initials, changed_at, change_id)
                select uuidv7(), r.community, r.compound_name, r.compound_key, r.compound_initials, :now, :change
                  from (select distinct on (community, compound_key) community, compound_name, compound_key,
                               compound_initials
                          from %s where import_id = :sheet and not faulty and not unfit and compound_key is not null
                         order by community, compound_key, row_number) r
                 where not exists (select from registry.compound c
                                    where c.community = r.community and c.name_key = r.compound_key
                                      and c.voided_at is null)""".formatted(table), sheet, change, today);
        return Map.of("compounds-new", made);
    }

    /** @param use SQL for the use of a new dwelling */
    Map<String, Integer> dwellings(String table, String use, Sheet sheet, Change change, LocalDate today) {
        statements.run("drop table if exists import_door", sheet, change, today);
        statements.run("""
                create temporary table import_door on commit drop as
                select r.row_number, c.id as compound_id, d.id as dwelling_id
                  from %s r
                  join (select distinct on (community, name_key) community, name_key, id from registry.compound
                         where voided_at is null order by community, name_key, id) c
                    on c.community = r.community and c.name_key = r.compound_key
                  left join registry.dwelling d
                    on d.compound_id = c.id and d.number_key = r.number_key and d.voided_at is null
                 where r.import_id = :sheet and not r.faulty and not r.unfit and r.compound_key is not null""".formatted(table), sheet, change, today);
        nothingMovedYet(sheet, change, today);
        // A cell that the sheet tells of a dwelling of which only the community was known.
        statements.run("""
                with moved as (
                  update registry.dwelling d
                     set division = n.division, revision = d.revision + 1, changed_at = :now, change_id = :change
                    from (select distinct on (o.dwelling_id) o.dwelling_id, r.division
                            from import_door o join %s r on r.import_id = :sheet and r.row_number = o.row_number
                           where o.dwelling_id is not null and length(r.division) = 15
                           order by o.dwelling_id, r.row_number) n
                   where d.id = n.dwelling_id and length(d.division) = 12
                  returning d.id, d.division)
                insert into import_moved select id, division from moved""".formatted(table), sheet, change, today);
        var made = statements.run("""
                insert into registry.dwelling (id, compound_id, building, unit, floor, room, number_key, division, use,
                                               changed_at, change_id)
                select distinct on (o.compound_id, r.number_key) uuidv7(), o.compound_id, r.building, r.unit, r.floor,
                       r.room, r.number_key, r.division, %s, :now, :change
                  from import_door o join %s r on r.import_id = :sheet and r.row_number = o.row_number
                 where o.dwelling_id is null
                 order by o.compound_id, r.number_key, length(r.division) desc, r.row_number""".formatted(use, table), sheet, change, today);
        statements.run("""
                update import_door o set dwelling_id = d.id
                  from %s r join registry.dwelling d on d.number_key = r.number_key and d.voided_at is null
                 where o.dwelling_id is null and r.import_id = :sheet and r.row_number = o.row_number
                   and d.compound_id = o.compound_id""".formatted(table), sheet, change, today);
        statements.run("create unique index on import_door (row_number)", sheet, change, today);
        statements.run("analyze import_door", sheet, change, today);
        return Map.of("dwellings-new", made);
    }

    /** Known dwellings that the sheet changes are noted in the temporary table import_moved, for those who live there. */
    void nothingMovedYet(Sheet sheet, Change change, LocalDate today) {
        statements.run("drop table if exists import_moved", sheet, change, today);
        statements.run(
                "create temporary table import_moved (id uuid primary key, division text not null) on commit drop",
                sheet,
                change,
                today);
    }

    /**
     * Who lives behind doors that turned out to lie in another cell counts there from now on: people where they live, else
     * where they are registered, and households. Rows that the sheet itself changed have their place already, and nobody
     * touches those whose data are restricted.
     */
    Map<String, Integer> follow(Sheet sheet, Change change, LocalDate today) {
        statements.run("analyze import_moved", sheet, change, today);
        statements.run("""
                update registry.household g
                   set division = d.division, revision = g.revision + 1, changed_at = :now, change_id = :change
                  from import_moved d
                 where g.dwelling_id = d.id and g.voided_at is null
                   and g.division <> d.division and g.change_id <> :change""", sheet, change, today);
        statements.run("""
                update registry.person p
                   set division = n.division, revision = p.revision + 1, changed_at = :now, change_id = :change
                  from (select distinct on (s.person_id) s.person_id, e.division
                          from import_moved d
                          join registry.residence t on t.dwelling_id = d.id and t.until_date is null and t.voided_at is null
                          join registry.residence s
                            on s.person_id = t.person_id and s.until_date is null and s.voided_at is null
                          join registry.dwelling e on e.id = s.dwelling_id
                         order by s.person_id, s.kind = 'LIVING_ELSEWHERE', s.id) n
                 where p.id = n.person_id and p.division <> n.division and p.voided_at is null and p.change_id <> :change
                   and not exists (select from registry.person_restriction x
                                    where x.person_id = p.id and x.lifted_change_id is null)""", sheet, change, today);
        return Map.of();
    }
}
