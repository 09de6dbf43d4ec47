package org.linli.registry.cell;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.linli.registry.CellMoves.Moved;
import org.linli.registry.change.Change;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes where many dwellings, households and people count, one statement a table. */
@Repository
class CellMoveRows {

    /** A dwelling whose position is known. */
    record Placed(UUID id, DivisionCode division, Point at) {}

    private static final String NEXT = "division = :to, revision = revision + 1, changed_at = :at, change_id = :change";

    private final JdbcClient jdbc;

    CellMoveRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where living dwellings count, held in the order of their identifiers. */
    Map<UUID, DivisionCode> lock(Collection<UUID> dwellings) {
        var found = new LinkedHashMap<UUID, DivisionCode>();
        jdbc.sql("""
                select id, division from registry.dwelling where id = any (:ids) and voided_at is null
                order by id for update""")
                .param("ids", dwellings.toArray(UUID[]::new))
                .query((row, number) ->
                        Map.entry(row.getObject("id", UUID.class), DivisionCode.of(row.getString("division"))))
                .list()
                .forEach(row -> found.put(row.getKey(), row.getValue()));
        return found;
    }

    Map<UUID, DivisionCode> lockAll(Set<DivisionCode> cells) {
        return lock(jdbc.sql("""
                select id from registry.dwelling where division = any (cast(:cells as text[])) and voided_at is null""").param("cells", codes(cells)).query(UUID.class).list());
    }

    List<Placed> placed(Set<DivisionCode> cells) {
        return jdbc.sql("""
                        select id, division, lon, lat from registry.dwelling
                         where division = any (cast(:cells as text[])) and voided_at is null
                           and lon is not null and lat is not null
                         order by id""")
                .param("cells", codes(cells))
                .query((row, number) -> new Placed(
                        row.getObject("id", UUID.class),
                        DivisionCode.of(row.getString("division")),
                        new Point(row.getDouble("lon"), row.getDouble("lat"))))
                .list();
    }

    /** People count where they live, else where they are registered; those of these dwellings follow. */
    Moved move(List<UUID> dwellings, DivisionCode to, Change change) {
        var ids = dwellings.toArray(UUID[]::new);
        var moved = bound(
                        "update registry.dwelling set " + NEXT
                                + " where id = any (:ids) and voided_at is null and division <> :to",
                        to,
                        change)
                .param("ids", ids)
                .update();
        var households = bound(
                        "update registry.household set " + NEXT
                                + " where dwelling_id = any (:ids) and voided_at is null and division <> :to",
                        to,
                        change)
                .param("ids", ids)
                .update();
        var people = bound("""
                        with home as (
                          select distinct on (r.person_id) r.person_id, r.dwelling_id
                            from registry.residence r
                           where r.until_date is null and r.voided_at is null
                             and r.person_id in (select i.person_id from registry.residence i
                                                  where i.dwelling_id = any (:ids) and i.until_date is null
                                                    and i.voided_at is null)
                           order by r.person_id, r.kind = 'LIVING_ELSEWHERE', r.id)
                        update registry.person set %s
                         where id in (select person_id from home where dwelling_id = any (:ids))
                           and voided_at is null and division <> :to
                        returning id""".formatted(NEXT), to, change)
                .param("ids", ids)
                .query(UUID.class)
                .list();
        followKeys(people, to);
        return new Moved(moved, households, people.size());
    }

    /** Those who count in a cell without living in one of its dwellings; signposts of merged records too. */
    Moved moveRest(DivisionCode from, DivisionCode to, Change change) {
        var households = bound(
                        "update registry.household set " + NEXT + " where division = :from and voided_at is null",
                        to,
                        change)
                .param("from", from.value())
                .update();
        var people = bound(
                        "update registry.person set " + NEXT + " where division = :from"
                                + " and (voided_at is null or merged_into is not null)",
                        to,
                        change)
                .param("from", from.value())
                .update();
        return new Moved(0, households, people);
    }

    /** Somebody who was found in another community is found here now. */
    private void followKeys(List<UUID> people, DivisionCode to) {
        jdbc.sql("""
                update registry.lookup set community = left(:to, 12)
                 where person_id = any (:people) and community <> left(:to, 12)""")
                .param("to", to.value())
                .param("people", people.toArray(UUID[]::new))
                .update();
    }

    private JdbcClient.StatementSpec bound(String sql, DivisionCode to, Change change) {
        return jdbc.sql(sql)
                .param("to", to.value())
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id());
    }

    private static String[] codes(Set<DivisionCode> cells) {
        return cells.stream().map(DivisionCode::value).toArray(String[]::new);
    }
}
