package org.linli.registry.duplicate;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.access.Acting;
import org.linli.registry.PersonId;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of pairs that may be one person. */
@Component
class DuplicateRows {

    /** Sorts after every code inside an area. */
    private static final String LAST = ":";

    private final JdbcClient jdbc;

    DuplicateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes down the pairs of an area that nobody has decided. Two records with different identity numbers are two people,
     * so most who share a name and a birth date are never looked at.
     *
     * @return how many pairs are new
     */
    int find(DivisionCode area, Instant at) {
        return jdbc.sql("""
                        with twice as materialized (
                          select name, birth_date from registry.person
                           where voided_at is null and birth_date is not null
                             and division >= :from and division < :to
                           group by name, birth_date having count(*) > 1),
                        pair as (
                          select a.id as first, b.id as second
                            from twice t
                            join registry.person a on a.name = t.name and a.birth_date = t.birth_date
                            join registry.person b on b.name = t.name and b.birth_date = t.birth_date and b.id > a.id
                           where a.voided_at is null and b.voided_at is null
                             and a.division >= :from and a.division < :to and b.division >= :from and b.division < :to
                             and not exists (
                               select from registry.document x
                                 join registry.document y on y.number_scope = x.number_scope
                                where x.person_id = a.id and y.person_id = b.id and x.number_scope = 'CITIZEN'
                                  and x.voided_at is null and y.voided_at is null)),
                        ground as (
                          select first, second, 'NAME_BIRTH' as ground from pair
                          union all
                          select distinct first, second, 'ADDRESS' from pair
                            join registry.residence r on r.person_id = first and r.voided_at is null
                            join registry.residence s on s.person_id = second and s.voided_at is null
                                                      and s.dwelling_id = r.dwelling_id
                          union all
                          select distinct first, second, 'PHONE' from pair
                            join registry.phone t on t.person_id = first and t.voided_at is null
                            join registry.phone u on u.person_id = second and u.voided_at is null
                                                  and u.number_index = t.number_index
                          union all
                          select least(d.person_id, e.person_id), greatest(d.person_id, e.person_id), 'DOCUMENT'
                            from registry.document d
                            join registry.document e on e.number_index = d.number_index
                                                    and e.person_id > d.person_id and e.number_scope <> d.number_scope
                            join registry.person p on p.id = d.person_id
                            join registry.person q on q.id = e.person_id
                           where d.voided_at is null and e.voided_at is null and p.voided_at is null and q.voided_at is null
                             and p.division >= :from and p.division < :to and q.division >= :from and q.division < :to)
                        insert into registry.duplicate (id, first_id, second_id, grounds, found_at)
                        select gen_random_uuid(), first, second, array_agg(distinct ground order by ground), :at
                          from ground group by first, second
                        on conflict (first_id, second_id) do nothing""")
                .param("from", area.value())
                .param("to", area.value() + LAST)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The pair somebody proposes; one that was decided as different before is opened again. */
    UUID propose(PersonId one, PersonId other, Acting by, Instant at) {
        var inOrder = one.value().toString().compareTo(other.value().toString()) < 0;
        return jdbc.sql("""
                        insert into registry.duplicate as d
                          (id, first_id, second_id, grounds, found_at, proposed_by, proposed_name)
                        values (:id, :first, :second, array['PROPOSED'], :at, :by, :name)
                        on conflict (first_id, second_id) do update
                           set state = 'OPEN', decided_at = null, decided_by = null, decided_name = null,
                               decided_why = null, found_at = :at, proposed_by = :by, proposed_name = :name,
                               grounds = case when 'PROPOSED' = any(d.grounds) then d.grounds
                                              else d.grounds || 'PROPOSED'::text end
                        returning id""")
                .param("id", Ids.next())
                .param("first", inOrder ? one.value() : other.value())
                .param("second", inOrder ? other.value() : one.value())
                .param("at", Timestamp.from(at))
                .param("by", by.posting().value())
                .param("name", by.name())
                .query(UUID.class)
                .single();
    }

    /** The pair that came in under one document. */
    UUID met(PersonId known, PersonId again, Instant at) {
        return jdbc.sql("""
                        insert into registry.duplicate (id, first_id, second_id, grounds, found_at)
                        values (:id, least(:known, :again), greatest(:known, :again), array['DOCUMENT'], :at)
                        returning id""")
                .param("id", Ids.next())
                .param("known", known.value())
                .param("again", again.value())
                .param("at", Timestamp.from(at))
                .query(UUID.class)
                .single();
    }

    Optional<Duplicate> lock(UUID id) {
        return jdbc.sql("select * from registry.duplicate where id = :id for update")
                .param("id", id)
                .query(DuplicateRows::duplicate)
                .optional();
    }

    void decide(UUID id, Duplicate.State state, Acting by, String why, Instant at) {
        jdbc.sql("""
                update registry.duplicate
                   set state = :state, decided_at = :at, decided_by = :by, decided_name = :name, decided_why = :why
                 where id = :id""")
                .param("state", state.name())
                .param("at", Timestamp.from(at))
                .param("by", by.posting().value())
                .param("name", by.name())
                .param("why", why)
                .param("id", id)
                .update();
    }

    /** Opens a pair again after its merge was undone. */
    void reopen(UUID id) {
        jdbc.sql("""
                update registry.duplicate
                   set state = 'OPEN', decided_at = null, decided_by = null, decided_name = null, decided_why = null
                 where id = :id""").param("id", id).update();
    }

    static Duplicate duplicate(ResultSet row, int n) throws SQLException {
        return new Duplicate(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("first_id", UUID.class)),
                new PersonId(row.getObject("second_id", UUID.class)),
                grounds(row.getArray("grounds")),
                row.getTimestamp("found_at").toInstant(),
                Optional.ofNullable(row.getObject("proposed_by", UUID.class)),
                Optional.ofNullable(row.getString("proposed_name")),
                Duplicate.State.valueOf(row.getString("state")));
    }

    private static Set<Duplicate.Ground> grounds(Array stored) throws SQLException {
        return Arrays.stream((String[]) stored.getArray())
                .map(Duplicate.Ground::valueOf)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }
}
