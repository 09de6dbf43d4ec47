package org.linli.registry.importing;

import java.time.LocalDate;
import java.util.Map;
import org.linli.registry.change.Change;
import org.springframework.stereotype.Repository;

/** Finds or makes the households of the sheet, and puts people into them. */
@Repository
class HouseholdApplyRows {

    private final ApplyStatementRows statements;

    HouseholdApplyRows(ApplyStatementRows statements) {
        this.statements = statements;
    }

    /** What a household is to be: its head's row tells its dwelling. */
    Map<String, Integer> households(Sheet sheet, Change change, LocalDate today) {
        statements.run("drop table if exists import_home", sheet, change, today);
        statements.run("""
                create temporary table import_home on commit drop as
                select distinct on (r.household_key) r.household_key, h.household_id as known_id,
                       coalesce(h.household_id, uuidv7()) as household_id,
                       first_value(r.household_number) over same as number,
                       case when r.relation = '02' then w.person_id end as head_id,
                       case when r.relation = '02' then o.dwelling_id end as dwelling_id,
                       coalesce(d.division, r.division) as division
                  from import_good r join import_who w using (row_number)
                  left join import_house h using (household_key)
                  left join import_door o using (row_number) left join registry.dwelling d on d.id = o.dwelling_id
                 where r.household_key is not null and not r.loose
                window same as (partition by r.household_key order by r.household_number nulls last)
                 order by r.household_key, r.relation = '02' desc, r.row_number""", sheet, change, today);
        statements.run("create unique index on import_home (household_key)", sheet, change, today);
        statements.run("analyze import_home", sheet, change, today);
        var made = statements.run("""
                insert into registry.household (id, number, kind, head_id, dwelling_id, division, changed_at, change_id)
                select household_id, number, 'FAMILY', head_id, dwelling_id, division, :now, :change
                  from import_home where known_id is null""", sheet, change, today);
        var changed = statements.run("""
                update registry.household g
                   set number = coalesce(n.number, g.number), head_id = coalesce(n.head_id, g.head_id),
                       dwelling_id = coalesce(n.dwelling_id, g.dwelling_id),
                       division = case when n.dwelling_id is not null then n.division
                                       else coalesce((select d.division from registry.dwelling d
                                                       where d.id = g.dwelling_id), g.division) end,
                       revision = g.revision + 1, changed_at = :now, change_id = :change
                  from import_home n
                 where g.id = n.known_id
                   and (g.number, g.head_id, g.dwelling_id) is distinct from
                       (coalesce(n.number, g.number), coalesce(n.head_id, g.head_id),
                        coalesce(n.dwelling_id, g.dwelling_id))""", sheet, change, today);
        return Map.of("households-new", made, "households-changed", changed);
    }

    Map<String, Integer> members(Sheet sheet, Change change, LocalDate today) {
        statements.run("drop table if exists import_member", sheet, change, today);
        statements.run("""
                create temporary table import_member on commit drop as
                select w.person_id, w.known, n.household_id, r.relation, r.from_date
                  from import_good r join import_who w using (row_number) join import_home n using (household_key)
                 where not r.loose""", sheet, change, today);
        statements.run("analyze import_member", sheet, change, today);
        statements.run("""
                update registry.household_member m
                   set until_date = greatest(coalesce(i.from_date, :today), m.from_date), revision = m.revision + 1,
                       changed_at = :now, change_id = :change
                  from import_member i
                 where i.known and m.person_id = i.person_id and m.until_date is null and m.voided_at is null
                   and m.household_id <> i.household_id""", sheet, change, today);
        statements.run("""
                update registry.household_member m
                   set relation = i.relation, revision = m.revision + 1, changed_at = :now, change_id = :change
                  from import_member i
                 where i.known and m.person_id = i.person_id and m.until_date is null and m.voided_at is null
                   and m.household_id = i.household_id and m.relation <> i.relation""", sheet, change, today);
        statements.run("""
                update registry.household g set head_id = null, revision = g.revision + 1, changed_at = :now,
                       change_id = :change
                  from import_member i
                 where i.known and g.head_id = i.person_id and g.id <> i.household_id and g.voided_at is null
                   and g.change_id <> :change""", sheet, change, today);
        var joined = statements.run("""
                insert into registry.household_member (id, household_id, person_id, relation, from_date, changed_at, change_id)
                select uuidv7(), i.household_id, i.person_id, i.relation,
                       case when i.known then coalesce(i.from_date, :today) end, :now, :change
                  from import_member i
                 where not i.known
                    or not exists (select from registry.household_member m
                                    where m.person_id = i.person_id and m.household_id = i.household_id
                                      and m.until_date is null and m.voided_at is null)""", sheet, change, today);
        return Map.of("members-joined", joined);
    }
}
