package org.linli.registry.finding;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is found, always inside an area and at most as many as a page holds. */
@Component
class FindingQueries {

    /**
     * Somebody found, and under what; the two say where the next page begins.
     *
     * @param repeated whether somebody comes under an earlier key already
     */
    record Hit(String key, UUID person, boolean repeated) {}

    /** Sorts after whatever can follow a prefix. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /** Before a key that is what was typed, as of a whole name, there is no other: nobody is looked at for it. */
    private static final String FIRST_HITS = """
            select first.key, first.person_id, first.key <> :prefix and exists (
                     select from registry.lookup other
                      where other.person_id = first.person_id
                        and other.key >= :prefix and other.key < first.key)
              from (%s) first
             order by 1, 2""";

    private final JdbcClient jdbc;

    FindingQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those who have a key that begins so, in communities. Each gives its first few from the index, so the cost grows with how
     * many communities there are and not with how many people.
     */
    List<Hit> byKey(Collection<String> communities, String prefix, Hit after, int limit) {
        return byKey(
                jdbc.sql(FIRST_HITS.formatted("""
                        select l.key, l.person_id
                          from unnest(:communities) as c (code)
                         cross join lateral (
                           select key, person_id from registry.lookup
                            where community = c.code and (key, person_id) > (:afterKey, :afterPerson)
                              and key < :end
                            order by key, person_id limit :limit) l
                         order by 1, 2 limit :limit""")).param("communities", communities.toArray(String[]::new)),
                prefix,
                after,
                limit);
    }

    /** The same in a whole district: nearly whoever is found counts there, so one index over all communities is read. */
    List<Hit> byKey(DivisionCode district, String prefix, Hit after, int limit) {
        return byKey(
                jdbc.sql(FIRST_HITS.formatted("""
                        select key, person_id from registry.lookup
                         where (key, person_id) > (:afterKey, :afterPerson) and key < :end
                           and community >= :from and community < :to
                         order by key, person_id limit :limit"""))
                        .param("from", district.value())
                        .param("to", district.value() + LAST),
                prefix,
                after,
                limit);
    }

    private static List<Hit> byKey(JdbcClient.StatementSpec hits, String prefix, Hit after, int limit) {
        return hits.param("prefix", prefix)
                .param("end", prefix + LAST)
                .param("afterKey", later(prefix, after.key()))
                .param("afterPerson", after.person())
                .param("limit", limit)
                .query((row, n) -> new Hit(row.getString(1), row.getObject(2, UUID.class), row.getBoolean(3)))
                .list();
    }

    /** Those who count in an area, in the order of cells. */
    List<Hit> inArea(DivisionCode area, Hit after, int limit) {
        return jdbc.sql("""
                        select division, id from registry.person
                         where (division, id) > (:afterKey, :afterPerson) and division < :to
                           and voided_at is null
                         order by division, id limit :limit""")
                .param("to", area.value() + LAST)
                .param("afterKey", later(area.value(), after.key()))
                .param("afterPerson", after.person())
                .param("limit", limit)
                .query((row, n) -> new Hit(row.getString(1), row.getObject(2, UUID.class), false))
                .list();
    }

    /** One lower bound only: beside a second one the index is read from the smaller, past everything before the prefix. */
    private static String later(String prefix, String after) {
        return after.startsWith(prefix) ? after : prefix;
    }

    /** Those who live behind doors of compounds whose name or initials begin so. */
    List<UUID> byAddress(Collection<String> communities, SaidAddress said, int limit) {
        return jdbc.sql("""
                        with compounds as (
                          select id, name_key from registry.compound
                           where voided_at is null and community = any(:communities)
                             and (name_key >= :compound and name_key < :compoundEnd
                               or initials >= :compound and initials < :compoundEnd)
                           order by name_key, id limit 20),
                        doors as (
                          select d.id, c.name_key, d.number_key from compounds c
                           cross join lateral (
                             select id, number_key from registry.dwelling
                              where compound_id = c.id and voided_at is null
                                and number_key >= :door and number_key < :doorEnd
                              order by number_key limit :limit) d
                           order by c.name_key, d.number_key limit :limit)
                        select r.person_id from doors
                          join registry.residence r on r.dwelling_id = doors.id
                         where r.voided_at is null and r.until_date is null
                         order by doors.name_key, doors.number_key, r.id limit :limit""")
                .param("communities", communities.toArray(String[]::new))
                .param("compound", said.compound())
                .param("compoundEnd", said.compound() + LAST)
                .param("door", said.door())
                .param("doorEnd", said.door() + LAST)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** The members of the households with a number. */
    List<UUID> byHousehold(String number) {
        return jdbc.sql("""
                        select m.person_id from registry.household h
                          join registry.household_member m on m.household_id = h.id
                         where h.number = :number and h.voided_at is null
                           and m.voided_at is null and m.until_date is null
                         order by m.relation, m.id""").param("number", number).query(UUID.class).list();
    }

    /** Of some people those who count in an area, merged ones by the record that took their place. */
    List<UUID> inside(Collection<UUID> people, DivisionCode area) {
        return jdbc.sql("""
                        select p.id from unnest(:people) with ordinality as given (id, place)
                          join registry.person p on p.id = given.id
                         where p.division >= :from and p.division < :to and p.voided_at is null
                         order by given.place""")
                .param("people", people.toArray(UUID[]::new))
                .param("from", area.value())
                .param("to", area.value() + LAST)
                .query(UUID.class)
                .list();
    }
}
