package org.linli.registry.duplicate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.linli.registry.PersonId;
import org.linli.registry.change.Change;
import org.linli.registry.finding.LookupKeys;
import org.linli.registry.finding.Spelling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves what belongs to one record to another, and back. */
@Component
class MergeRows {

    /** A merge as it was written down. */
    record Merge(UUID id, UUID duplicate, PersonId kept, PersonId lost, int keptRevision, boolean undone) {}

    private static final String NEXT = "revision = revision + 1, changed_at = :at, change_id = :change";

    private final JdbcClient jdbc;

    MergeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID merge, UUID duplicate, PersonId kept, PersonId lost, Change change) {
        jdbc.sql("""
                insert into registry.merge (id, duplicate_id, kept_id, lost_id, kept_revision, at, change_id)
                select :id, :duplicate, :kept, :lost, revision, :at, :change from registry.person where id = :kept""")
                .param("id", merge)
                .param("duplicate", duplicate)
                .param("kept", kept.value())
                .param("lost", lost.value())
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
    }

    /** The lost record steps back: it is found no more, and references to it mean the kept one. */
    void stepBack(PersonId lost, PersonId kept, Change change) {
        jdbc.sql("update registry.person set merged_into = :kept, voided_at = :at, " + NEXT + " where id = :lost")
                .param("kept", kept.value())
                .param("lost", lost.value())
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
        jdbc.sql("delete from registry.lookup where person_id = :lost")
                .param("lost", lost.value())
                .update();
    }

    /** Fills what the kept record lacks from the lost one. */
    void fill(PersonId kept, PersonId lost, Change change) {
        jdbc.sql("""
                update registry.person k
                   set former_name = coalesce(k.former_name, l.former_name, nullif(l.name, k.name)),
                       birth_date = coalesce(k.birth_date, l.birth_date),
                       marital_status = coalesce(k.marital_status, l.marital_status),
                       education = coalesce(k.education, l.education),
                       occupation = coalesce(k.occupation, l.occupation),
                       employer = coalesce(k.employer, l.employer),
                       native_place = coalesce(k.native_place, l.native_place),
                       registered_division = coalesce(k.registered_division, l.registered_division),
                       registered_address_sealed = coalesce(k.registered_address_sealed, l.registered_address_sealed),
                       revision = k.revision + 1, changed_at = :at, change_id = :change
                  from registry.person l
                 where k.id = :kept and l.id = :lost
                   and (k.former_name is null and (l.former_name is not null or l.name <> k.name)
                     or k.birth_date is null and l.birth_date is not null
                     or k.marital_status is null and l.marital_status is not null
                     or k.education is null and l.education is not null
                     or k.occupation is null and l.occupation is not null
                     or k.employer is null and l.employer is not null
                     or k.native_place is null and l.native_place is not null
                     or k.registered_division is null and l.registered_division is not null
                     or k.registered_address_sealed is null and l.registered_address_sealed is not null)""")
                .param("kept", kept.value())
                .param("lost", lost.value())
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
    }

    /** Moves documents, phones, residences, membership and headship; what the kept record has already is voided. */
    void move(UUID merge, PersonId kept, PersonId lost, Change change) {
        voidSame(merge, "document", "k.number_index = l.number_index", kept, lost, change);
        voidSame(merge, "phone", "k.number_index = l.number_index", kept, lost, change);
        voidSame(
                merge,
                "residence",
                "k.dwelling_id = l.dwelling_id and k.until_date is null and l.until_date is null",
                kept,
                lost,
                change);
        voidSame(merge, "household_member", "k.until_date is null and l.until_date is null", kept, lost, change);
        for (var what : new String[] {"document", "phone", "residence", "household_member"}) {
            moveRest(merge, what, kept, lost, change);
        }
        moveHeadship(merge, kept, lost, change);
    }

    /** A household whose head would be no member of it waits for a new head. */
    private void moveHeadship(UUID merge, PersonId kept, PersonId lost, Change change) {
        jdbc.sql("""
                with done as (
                  update registry.household h
                     set head_id = (select m.person_id from registry.household_member m
                                     where m.household_id = h.id and m.person_id = :kept
                                       and m.until_date is null and m.voided_at is null),
                         revision = h.revision + 1, changed_at = :at, change_id = :change
                   where h.head_id = :lost and h.voided_at is null
                  returning h.id)
                insert into registry.merge_row (merge_id, what, row_id, act) select :merge, 'household', id, 'MOVED' from done""")
                .param("merge", merge)
                .param("kept", kept.value())
                .param("lost", lost.value())
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
    }

    private void voidSame(UUID merge, String what, String same, PersonId kept, PersonId lost, Change change) {
        jdbc.sql("""
                with done as (
                  update registry.%1$s l set voided_at = :at, %2$s
                   where l.person_id = :lost and l.voided_at is null
                     and exists (select from registry.%1$s k
                                  where k.person_id = :kept and k.voided_at is null and %3$s)
                  returning l.id)
                insert into registry.merge_row (merge_id, what, row_id, act) select :merge, '%1$s', id, 'VOIDED' from done""".formatted(what, NEXT.replace("revision + 1", "l.revision + 1"), same))
                .param("merge", merge)
                .param("kept", kept.value())
                .param("lost", lost.value())
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
    }

    private void moveRest(UUID merge, String what, PersonId kept, PersonId lost, Change change) {
        var further = what.equals("phone") ? "preferred = false, " : "";
        jdbc.sql("""
                with done as (
                  update registry.%1$s set person_id = :kept, %2$s %3$s
                   where person_id = :lost and voided_at is null and change_id <> :change
                  returning id)
                insert into registry.merge_row (merge_id, what, row_id, act) select :merge, '%1$s', id, 'MOVED' from done""".formatted(what, further, NEXT))
                .param("merge", merge)
                .param("kept", kept.value())
                .param("lost", lost.value())
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
    }

    Optional<Merge> lock(UUID id) {
        return jdbc.sql("select * from registry.merge where id = :id for update")
                .param("id", id)
                .query(MergeRows::merge)
                .optional();
    }

    void undone(Merge merge, Change change) {
        jdbc.sql("update registry.merge set undone_at = :at, undone_change_id = :change where id = :id")
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .param("id", merge.id())
                .update();
    }

    /** The lost record stands for itself again. */
    void standAgain(PersonId lost, Change change) {
        var name = jdbc.sql("update registry.person set merged_into = null, voided_at = null, " + NEXT
                        + " where id = :lost returning name")
                .param("lost", lost.value())
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .query(String.class)
                .single();
        jdbc.sql("""
                insert into registry.lookup (community, key, person_id)
                select left(division, 12), unnest(cast(:keys as text[])), id from registry.person where id = :lost
                on conflict do nothing""")
                .param(
                        "keys",
                        LookupKeys.of(name, Spelling.of(name), Optional.empty()).toArray(String[]::new))
                .param("lost", lost.value())
                .update();
    }

    /** Gives back what was moved and is with the kept record still, and takes back what was voided. */
    void giveBack(Merge merge, Change change) {
        for (var what : new String[] {"document", "phone", "residence", "household_member"}) {
            giveBack(merge, what, "person_id", change);
            jdbc.sql("""
                    update registry.%1$s set voided_at = null, %2$s
                     where voided_at is not null
                       and id in (select row_id from registry.merge_row
                                   where merge_id = :merge and what = '%1$s' and act = 'VOIDED')""".formatted(what, NEXT))
                    .param("merge", merge.id())
                    .param("at", Timestamp.from(change.at()))
                    .param("change", change.id())
                    .update();
        }
        giveBack(merge, "household", "head_id", change);
    }

    private void giveBack(Merge merge, String what, String column, Change change) {
        jdbc.sql("""
                update registry.%1$s set %2$s = :lost, %3$s
                 where (%2$s = :kept or %2$s is null) and voided_at is null
                   and id in (select row_id from registry.merge_row
                               where merge_id = :merge and what = '%1$s' and act = 'MOVED')""".formatted(what, column, NEXT))
                .param("merge", merge.id())
                .param("kept", merge.kept().value())
                .param("lost", merge.lost().value())
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
    }

    /** Takes the facts of the kept record back to what they were, unless somebody changed them since. */
    void takeBackFacts(Merge merge, Change change) {
        jdbc.sql("""
                update registry.person p
                   set former_name = h.former_name, birth_date = h.birth_date, marital_status = h.marital_status,
                       education = h.education, occupation = h.occupation, employer = h.employer,
                       native_place = h.native_place, registered_division = h.registered_division,
                       registered_address_sealed = h.registered_address_sealed,
                       revision = p.revision + 1, changed_at = :at, change_id = :change
                  from registry.merge m
                  join registry.person_history h on h.id = m.kept_id and h.revision = m.kept_revision - 1
                 where m.id = :merge and p.id = m.kept_id and p.revision = m.kept_revision
                   and p.change_id = m.change_id""")
                .param("merge", merge.id())
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
    }

    private static Merge merge(ResultSet row, int n) throws SQLException {
        return new Merge(
                row.getObject("id", UUID.class),
                row.getObject("duplicate_id", UUID.class),
                new PersonId(row.getObject("kept_id", UUID.class)),
                new PersonId(row.getObject("lost_id", UUID.class)),
                row.getInt("kept_revision"),
                row.getObject("undone_at") != null);
    }
}
