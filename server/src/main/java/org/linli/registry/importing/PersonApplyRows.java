package org.linli.registry.importing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.linli.registry.change.Change;
import org.linli.registry.sheet.SheetKind;
import org.springframework.stereotype.Repository;

/** Writes people: found ones only where something differs, new ones as they stand in the sheet. */
@Repository
class PersonApplyRows implements SheetApplying {

    private static final String TABLE = "registry.import_person_row";

    private final ApplyStatementRows statements;
    private final DoorApplyRows doors;
    private final PersonKeyRows keys;
    private final HouseholdApplyRows households;

    PersonApplyRows(
            ApplyStatementRows statements, DoorApplyRows doors, PersonKeyRows keys, HouseholdApplyRows households) {
        this.statements = statements;
        this.doors = doors;
        this.keys = keys;
        this.households = households;
    }

    @Override
    public SheetKind kind() {
        return SheetKind.PEOPLE;
    }

    @Override
    public List<Step> steps() {
        return List.of(
                this::who,
                (sheet, change, today) -> doors.compounds(TABLE, sheet, change, today),
                (sheet, change, today) -> doors.dwellings(
                        TABLE,
                        "case when r.residence_kind = 'RENTAL' then 'RENTAL' else 'OTHER' end",
                        sheet,
                        change,
                        today),
                this::newPeople,
                keys::compareAddresses,
                this::changedPeople,
                this::documents,
                this::phones,
                keys::write,
                households::households,
                households::members,
                this::stays,
                doors::follow);
    }

    private Map<String, Integer> who(Sheet sheet, Change change, LocalDate today) {
        statements.run("drop table if exists import_who", sheet, change, today);
        statements.run("""
                create temporary table import_who on commit drop as
                select r.row_number, coalesce(k.person_id, r.new_id) as person_id, k.person_id is not null as known
                  from import_good r left join import_known k using (row_number)""", sheet, change, today);
        statements.run("create unique index on import_who (row_number)", sheet, change, today);
        statements.run("create unique index on import_who (person_id)", sheet, change, today);
        statements.run("analyze import_who", sheet, change, today);
        return Map.of();
    }

    private Map<String, Integer> newPeople(Sheet sheet, Change change, LocalDate today) {
        return Map.of("people-new", statements.run("""
                insert into registry.person (id, name, former_name, pinyin, initials, sex, birth_date, marital_status,
                       education, occupation, employer, native_place, registered_division, registered_address_sealed,
                       division, changed_at, change_id)
                select w.person_id, r.name, r.former_name, r.pinyin, r.initials, coalesce(r.sex, 'UNKNOWN'), r.birth_date,
                       r.marital_status, r.education, r.occupation, r.employer, r.native_place, r.registered_division,
                       r.registered_address_sealed, coalesce(d.division, r.division), :now, :change
                  from import_who w join import_good r using (row_number)
                  left join import_door o using (row_number) left join registry.dwelling d on d.id = o.dwelling_id
                 where not w.known""", sheet, change, today));
    }

    /** What the sheet leaves empty stays as it is; a place that is told less exactly than known stays too. */
    private Map<String, Integer> changedPeople(Sheet sheet, Change change, LocalDate today) {
        return Map.of("people-changed", statements.run("""
                update registry.person p
                   set name = n.name, former_name = n.former_name, pinyin = n.pinyin, initials = n.initials,
                       pinyin_corrected = n.pinyin_corrected, sex = n.sex, birth_date = n.birth_date,
                       marital_status = n.marital_status, education = n.education, occupation = n.occupation,
                       employer = n.employer, native_place = n.native_place,
                       registered_division = n.registered_division,
                       registered_address_sealed = n.registered_address_sealed, division = n.division,
                       revision = p.revision + 1, changed_at = :now, change_id = :change
                  from (
                    select w.person_id, r.name, coalesce(r.former_name, q.former_name) as former_name,
                           case when r.name = q.name then q.pinyin else r.pinyin end as pinyin,
                           case when r.name = q.name then q.initials else r.initials end as initials,
                           q.pinyin_corrected and r.name = q.name as pinyin_corrected,
                           case when coalesce(r.sex, 'UNKNOWN') = 'UNKNOWN' then q.sex else r.sex end as sex,
                           coalesce(r.birth_date, q.birth_date) as birth_date,
                           coalesce(r.marital_status, q.marital_status) as marital_status,
                           coalesce(r.education, q.education) as education,
                           coalesce(r.occupation, q.occupation) as occupation,
                           coalesce(r.employer, q.employer) as employer,
                           coalesce(r.native_place, q.native_place) as native_place,
                           coalesce(r.registered_division, q.registered_division) as registered_division,
                           case when a.row_number is null then q.registered_address_sealed
                                else r.registered_address_sealed end as registered_address_sealed,
                           case when r.residence_kind = 'LIVING_ELSEWHERE' and length(q.division) >= 12 then q.division
                                when starts_with(q.division, coalesce(d.division, r.division)) then q.division
                                else coalesce(d.division, r.division) end as division,
                           a.row_number is not null as moved_registration
                      from import_who w join import_good r using (row_number)
                      join registry.person q on q.id = w.person_id
                      left join import_door o using (row_number) left join registry.dwelling d on d.id = o.dwelling_id
                      left join import_address a using (row_number)
                     where w.known) n
                 where p.id = n.person_id
                   and (n.moved_registration
                        or (p.name, p.former_name, p.pinyin, p.sex, p.birth_date, p.marital_status, p.education,
                            p.occupation, p.employer, p.native_place, p.registered_division, p.division)
                           is distinct from
                           (n.name, n.former_name, n.pinyin, n.sex, n.birth_date, n.marital_status, n.education,
                            n.occupation, n.employer, n.native_place, n.registered_division, n.division))""", sheet, change, today));
    }

    private Map<String, Integer> documents(Sheet sheet, Change change, LocalDate today) {
        statements.run("""
                insert into registry.document (id, person_id, kind, number_sealed, number_index, number_scope, changed_at,
                                               change_id)
                select uuidv7(), w.person_id, r.document_kind, r.number_sealed, r.number_index, r.number_scope, :now, :change
                  from import_who w join import_good r using (row_number) where not w.known""", sheet, change, today);
        return Map.of();
    }

    /** The sheet's number becomes the preferred one; those known before stay. */
    private Map<String, Integer> phones(Sheet sheet, Change change, LocalDate today) {
        statements.run("drop table if exists import_phone", sheet, change, today);
        statements.run("""
                create temporary table import_phone on commit drop as
                select w.row_number, w.person_id, w.known
                  from import_who w join import_good r using (row_number)
                 where r.phone_index is not null
                   and not exists (select from registry.phone f
                                    where f.person_id = w.person_id and f.voided_at is null
                                      and (f.number_index = r.phone_index or f.number_index = any (r.older_phone_indexes)))""", sheet, change, today);
        statements.run("analyze import_phone", sheet, change, today);
        statements.run("""
                update registry.phone f set preferred = false, revision = f.revision + 1, changed_at = :now,
                       change_id = :change
                  from import_phone i
                 where i.known and f.person_id = i.person_id and f.preferred and f.voided_at is null""", sheet, change, today);
        statements.run("""
                insert into registry.phone (id, person_id, number_sealed, number_index, preferred, changed_at, change_id)
                select uuidv7(), i.person_id, r.phone_sealed, r.phone_index, true, :now, :change
                  from import_phone i join import_good r using (row_number)""", sheet, change, today);
        return Map.of();
    }

    /** Whoever is told to live behind another door moved: the stay before ends where the new one begins. */
    private Map<String, Integer> stays(Sheet sheet, Change change, LocalDate today) {
        statements.run("drop table if exists import_stay", sheet, change, today);
        statements.run("""
                create temporary table import_stay on commit drop as
                select w.person_id, w.known, o.dwelling_id, r.residence_kind as kind, r.inflow_reason, r.from_date,
                       r.until_date, r.residence_kind = 'LIVING_ELSEWHERE' as away
                  from import_who w join import_good r using (row_number) join import_door o using (row_number)
                 where r.residence_kind is not null""", sheet, change, today);
        statements.run("analyze import_stay", sheet, change, today);
        var ended = statements.run("""
                update registry.residence t
                   set until_date = greatest(coalesce(s.from_date, :today), t.from_date), revision = t.revision + 1,
                       changed_at = :now, change_id = :change
                  from import_stay s
                 where s.known and s.until_date is null and t.person_id = s.person_id and t.until_date is null
                   and t.voided_at is null and (t.kind = 'LIVING_ELSEWHERE') = s.away
                   and t.dwelling_id <> s.dwelling_id""", sheet, change, today);
        var changed = statements.run("""
                update registry.residence t
                   set kind = s.kind, inflow_reason = coalesce(s.inflow_reason, t.inflow_reason),
                       from_date = coalesce(s.from_date, t.from_date),
                       until_date = greatest(s.until_date, coalesce(s.from_date, t.from_date, s.until_date)),
                       revision = t.revision + 1, changed_at = :now, change_id = :change
                  from import_stay s
                 where s.known and t.person_id = s.person_id and t.until_date is null and t.voided_at is null
                   and t.dwelling_id = s.dwelling_id and (t.kind = 'LIVING_ELSEWHERE') = s.away
                   and (t.kind, t.inflow_reason, t.from_date, t.until_date) is distinct from
                       (s.kind, coalesce(s.inflow_reason, t.inflow_reason), coalesce(s.from_date, t.from_date),
                        s.until_date)""", sheet, change, today);
        var begun = statements.run("""
                insert into registry.residence (id, person_id, dwelling_id, kind, inflow_reason, from_date, until_date,
                                                changed_at, change_id)
                select uuidv7(), s.person_id, s.dwelling_id, s.kind, s.inflow_reason,
                       coalesce(s.from_date, case when s.known and s.until_date is null then :today end), s.until_date,
                       :now, :change
                  from import_stay s
                 where not s.known
                    or not exists (select from registry.residence t
                                    where t.person_id = s.person_id and t.dwelling_id = s.dwelling_id
                                      and t.voided_at is null and (t.kind = 'LIVING_ELSEWHERE') = s.away
                                      and (t.until_date is null or t.change_id = :change
                                           or t.until_date = s.until_date))""", sheet, change, today);
        return Map.of("stays-ended", ended, "stays-changed", changed, "stays-begun", begun);
    }
}
