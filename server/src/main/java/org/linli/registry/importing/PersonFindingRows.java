package org.linli.registry.importing;

import java.util.HashMap;
import java.util.Map;
import org.linli.registry.sheet.SheetKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compares rows of people: numbers that stand twice, households without a head, people of other areas. */
@Repository
class PersonFindingRows implements SheetFindings {

    private static final String TABLE = "registry.import_person_row";

    private final JdbcClient jdbc;
    private final SheetFindingRows findings;

    PersonFindingRows(JdbcClient jdbc, SheetFindingRows findings) {
        this.jdbc = jdbc;
        this.findings = findings;
    }

    @Override
    public SheetKind kind() {
        return SheetKind.PEOPLE;
    }

    @Override
    public Counts find(Sheet sheet) {
        findings.begin(sheet.id(), TABLE);
        run(sheet, "update registry.import_person_row set loose = false where import_id = :sheet and loose");
        makeGood(sheet);
        findTwice(sheet);
        var known = findKnown(sheet);
        findHeads(sheet);
        findHouseholds(sheet);
        return findings.counts(sheet.id(), TABLE, known);
    }

    /** Rows that say only the head's number belong to the household of the head's row. */
    private void makeGood(Sheet sheet) {
        run(sheet, """
                create or replace temporary view import_good as
                select * from registry.import_person_row where import_id = '%s' and not faulty and not unfit""".formatted(sheet.id()));
        run(sheet, """
                update registry.import_person_row r set household_key = h.household_key
                  from registry.import_person_row h
                 where r.import_id = :sheet and h.import_id = :sheet and h.number_index = r.head_index
                   and r.household_number is null and h.relation = '02' and h.household_key <> r.household_key""");
    }

    private void findTwice(Sheet sheet) {
        note(sheet, 1, "DOCUMENT_NUMBER", "number-twice", """
                select row_number, first::text as argument
                  from (select row_number, min(row_number) over (partition by number_scope, number_index) as first
                          from import_good) r
                 where row_number > first""");
        note(sheet, 2, "RELATION", "two-heads", """
                select row_number, first::text as argument
                  from (select row_number, min(row_number) over (partition by household_key) as first
                          from import_good where relation = '02') r
                 where row_number > first""");
    }

    /** Whom the base knows: by the index under the key in use, and under older ones while keys are rotated. */
    private int findKnown(Sheet sheet) {
        run(sheet, "drop table if exists import_known");
        run(sheet, """
                create temporary table import_known on commit drop as
                select r.row_number, d.person_id
                  from import_good r
                  join registry.document d on d.number_index = r.number_index and d.number_scope = r.number_scope
                 where d.voided_at is null
                union
                select r.row_number, d.person_id
                  from import_good r
                  cross join lateral unnest(r.older_number_indexes) o(number_index)
                  join registry.document d on d.number_index = o.number_index and d.number_scope = r.number_scope
                 where r.older_number_indexes is not null and d.voided_at is null""");
        run(sheet, "create unique index on import_known (row_number)");
        run(sheet, "analyze import_known");
        note(sheet, 3, "DOCUMENT_NUMBER", "counted-elsewhere", """
                select k.row_number, null::text as argument
                  from import_known k join registry.person p on p.id = k.person_id
                 where not starts_with(p.division, :area) and not starts_with(:area, p.division)""");
        note(sheet, 4, "DOCUMENT_NUMBER", "deceased", """
                select k.row_number, null::text as argument
                  from import_known k join registry.person p on p.id = k.person_id
                 where p.standing = 'DECEASED' or p.voided_at is not null""");
        note(sheet, 4, "DOCUMENT_NUMBER", "restricted", """
                select distinct k.row_number, null::text as argument
                  from import_known k join registry.person_restriction x on x.person_id = k.person_id
                 where x.lifted_change_id is null""");
        return jdbc.sql("select count(*) from import_known k join import_good r using (row_number)")
                .query(Integer.class)
                .single();
    }

    private void findHeads(Sheet sheet) {
        run(sheet, "drop table if exists import_leads");
        run(sheet, """
                create temporary table import_leads on commit drop as
                select r.row_number as follower, h.row_number as leader
                  from import_good r
                  join registry.import_person_row h on h.import_id = :sheet and h.number_index = r.head_index
                 where r.relation <> '02' and not h.faulty and not h.unfit and h.relation is distinct from '02'""");
        note(sheet, 5, "HEAD_NUMBER", "heads-in-a-circle", """
                with recursive walk (start, here, steps) as (
                  select follower, leader, 1 from import_leads
                  union all
                  select w.start, l.leader, w.steps + 1
                    from walk w join import_leads l on l.follower = w.here
                   where w.here <> w.start and w.steps < 8)
                select start as row_number, null::text as argument from walk where here = start""");
        note(sheet, 6, "HEAD_NUMBER", "head-is-member", """
                select l.follower as row_number, l.leader::text as argument
                  from import_leads l join import_good r on r.row_number = l.follower""");
        note(sheet, 7, "HOUSEHOLD_NUMBER", "head-of-other-household", """
                select r.row_number, h.row_number::text as argument
                  from import_good r join import_good h on h.number_index = r.head_index
                 where r.household_number is not null and h.relation = '02' and h.household_number is not null
                   and h.household_number <> r.household_number""");
    }

    /** The base's households that rows mean: by their number, else by their head. */
    private void findHouseholds(Sheet sheet) {
        run(sheet, "drop table if exists import_house");
        run(sheet, """
                create temporary table import_house on commit drop as
                select distinct on (household_key) household_key, household_id, head_id, division
                  from (
                    select r.household_key, g.id as household_id, g.head_id, g.division, 1 as rank
                      from (select distinct household_key, household_number from import_good
                             where household_number is not null) r
                      join registry.household g on g.number = r.household_number and g.voided_at is null
                    union all
                    select r.household_key, g.id, g.head_id, g.division, 2
                      from (select distinct household_key,
                                   case when relation = '02' then number_index else head_index end as number_index
                              from import_good where household_key is not null) r
                      join registry.document d on d.number_index = r.number_index and d.voided_at is null
                      join registry.household g on g.head_id = d.person_id and g.voided_at is null) found
                 order by household_key, rank, household_id""");
        run(sheet, "create unique index on import_house (household_key)");
        run(sheet, "analyze import_house");
        note(sheet, 8, "HOUSEHOLD_NUMBER", "household-elsewhere", """
                select r.row_number, null::text as argument
                  from import_good r join import_house h using (household_key)
                 where not starts_with(h.division, :area) and not starts_with(:area, h.division)""");
        note(sheet, 9, "RELATION", "other-head-known", """
                select r.row_number, null::text as argument
                  from import_good r join import_house h using (household_key)
                  left join import_known k using (row_number)
                 where r.relation = '02' and h.head_id is not null and h.head_id is distinct from k.person_id
                   and not exists (select from import_known o join import_good g using (row_number)
                                    where o.person_id = h.head_id)""");
        run(sheet, "drop table if exists import_headless");
        run(sheet, """
                create temporary table import_headless on commit drop as
                select r.row_number, b.household_key is not null or i.number_index is not null as faulty_head
                  from import_good r
                  left join (select distinct household_key from registry.import_person_row
                              where import_id = :sheet and (faulty or unfit) and relation = '02'
                                and household_key is not null) b on b.household_key = r.household_key
                  left join (select distinct number_index from registry.import_person_row
                              where import_id = :sheet and (faulty or unfit) and number_index is not null) i
                    on i.number_index = r.head_index
                 where r.household_key is not null
                   and not exists (select from import_good h where h.relation = '02' and h.household_key = r.household_key)
                   and not exists (select from import_house h
                                    where h.head_id is not null and h.household_key = r.household_key)""");
        note(sheet, 10, "RELATION", "no-head", """
                select row_number, null::text as argument from import_headless where not faulty_head""");
        findings.note(sheet.id(), TABLE, 11, false, "RELATION", "head-row-faulty", """
                select row_number, null::text as argument from import_headless where faulty_head""", Map.of());
        run(sheet, """
                update registry.import_person_row r set loose = true
                  from import_headless h where r.import_id = :sheet and h.row_number = r.row_number and h.faulty_head""");
    }

    private void note(Sheet sheet, int number, String field, String word, String found) {
        var parameters = new HashMap<String, Object>();
        if (found.contains(":area")) {
            parameters.put("area", sheet.area().value());
        }
        findings.note(sheet.id(), TABLE, number, true, field, word, found, parameters);
    }

    private void run(Sheet sheet, String sql) {
        var statement = jdbc.sql(sql);
        if (sql.contains(":sheet")) {
            statement = statement.param("sheet", sheet.id());
        }
        statement.update();
    }
}
