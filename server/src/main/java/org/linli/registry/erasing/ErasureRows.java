package org.linli.registry.erasing;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.linli.registry.Because;
import org.linli.registry.PersonId;
import org.linli.registry.change.Change;
import org.linli.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Empties a person's rows and their history; the database lets it happen only under an erasure of the same transaction. */
@Component
class ErasureRows {

    private static final List<String> OF_A_PERSON = List.of("document", "phone");

    private static final String NOTHING_SAID = """
            name = '', former_name = null, pinyin = '', initials = '', birth_date = null, marital_status = null,
            education = null, occupation = null, employer = null, native_place = null, registered_division = null,
            registered_address_sealed = null""";

    private final JdbcClient jdbc;

    ErasureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when there is no such person, or nothing of it is left. */
    boolean lock(PersonId person) {
        return jdbc.sql("select 1 from registry.person where id = :id and name <> '' for no key update")
                .param("id", person.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The record and those that were merged into it, which say the same of the same person. */
    List<PersonId> recordsOf(PersonId person) {
        return jdbc.sql("""
                with recursive record (id) as (
                  select cast(:person as uuid)
                  union
                  select m.lost_id from registry.merge m join record r on m.kept_id = r.id
                   where m.undone_at is null)
                select id from record""").param("person", person.value()).query(UUID.class).list().stream()
                .map(PersonId::new)
                .toList();
    }

    /** Opens the door for this person and this transaction, and stays as the record of it. */
    void begin(PersonId person, String rule, Because because, Change change) {
        jdbc.sql("""
                insert into registry.erasure (id, at, rule, reference, person_id, change_id)
                values (:id, :at, :rule, :reference, :person, :change)""")
                .param("id", Ids.next())
                .param("at", Timestamp.from(change.at()))
                .param("rule", rule)
                .param("reference", because.reference().orElse(null))
                .param("person", person.value())
                .param("change", change.id())
                .update();
    }

    void emptyPerson(PersonId person, Change change) {
        change(
                "update registry.person set " + NOTHING_SAID + ", voided_at = coalesce(voided_at, :at)",
                "id",
                person,
                change);
        jdbc.sql("update registry.person_history set " + NOTHING_SAID + " where id = :person")
                .param("person", person.value())
                .update();
        jdbc.sql("delete from registry.lookup where person_id = :person")
                .param("person", person.value())
                .update();
    }

    void emptyNumbers(PersonId person, Change change) {
        for (var table : OF_A_PERSON) {
            var nothing = "number_sealed = null, number_index = null"
                    + (table.equals("document") ? ", valid_from = null, valid_until = null" : "");
            change(
                    "update registry.%s set %s, voided_at = coalesce(voided_at, :at)".formatted(table, nothing),
                    "person_id",
                    person,
                    change);
            jdbc.sql("update registry.%s_history set %s where person_id = :person".formatted(table, nothing))
                    .param("person", person.value())
                    .update();
        }
    }

    private void change(String update, String key, PersonId person, Change change) {
        jdbc.sql(update + ", revision = revision + 1, changed_at = :at, change_id = :change where " + key
                        + " = :person")
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .param("person", person.value())
                .update();
    }

    /** People who left or died before a day, who are not emptied or restricted already; the first ones, locked. */
    List<PersonId> gone(String standing, LocalDate before, int most) {
        return jdbc
                .sql("""
                select p.id from registry.person p
                 where %s
                 order by p.standing_since, p.id limit :most for no key update skip locked""".formatted(GONE))
                .param("standing", standing)
                .param("before", before)
                .param("most", most)
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    long countGone(String standing, LocalDate before) {
        return jdbc.sql("select count(*) from registry.person p where " + GONE)
                .param("standing", standing)
                .param("before", before)
                .query(Long.class)
                .single();
    }

    private static final String GONE = """
            p.standing = :standing and p.standing <> 'PRESENT' and p.standing_since < :before and p.name <> ''
            and not exists (select from registry.person_restriction r
                             where r.person_id = p.id and r.lifted_change_id is null)""";

    /** Whether somebody is still the head of a household, a member of one, or said to live somewhere. */
    boolean isStillCounted(PersonId person) {
        return jdbc.sql("""
                select exists (select from registry.household where head_id = :person and voided_at is null)
                    or exists (select from registry.household_member
                                where person_id = :person and until_date is null and voided_at is null)
                    or exists (select from registry.residence
                                where person_id = :person and until_date is null and voided_at is null)""")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }
}
