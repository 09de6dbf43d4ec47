package org.linli.registry.duplicate;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.registry.PersonId;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pairs and merges as the reviewer's lists show them. */
@Component
class PairQueries {

    /** A merge in the list. */
    record MergeRow(
            UUID id, UUID kept, UUID lost, Instant at, String actor, String reason, Optional<Instant> undoneAt) {}

    private static final String LAST = ":";

    private final JdbcClient jdbc;

    PairQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open pairs of an area, the oldest first; both records must lie in it. */
    List<Duplicate> open(DivisionCode area, Instant after, UUID afterId, int limit) {
        return jdbc.sql("""
                        select d.* from registry.duplicate d
                          join registry.person a on a.id = d.first_id
                          join registry.person b on b.id = d.second_id
                         where d.state = 'OPEN' and (d.found_at, d.id) > (:after, :afterId)
                           and a.voided_at is null and b.voided_at is null
                           and a.division >= :from and a.division < :to and b.division >= :from and b.division < :to
                         order by d.found_at, d.id limit :limit""")
                .param("after", Timestamp.from(after))
                .param("afterId", afterId)
                .param("from", area.value())
                .param("to", area.value() + LAST)
                .param("limit", limit)
                .query(DuplicateRows::duplicate)
                .list();
    }

    /** Merges of an area, the latest first. */
    List<MergeRow> merges(DivisionCode area, Instant before, UUID beforeId, int limit) {
        return jdbc.sql("""
                        select m.id, m.kept_id, m.lost_id, m.at, c.actor, c.reason, m.undone_at
                          from registry.merge m
                          join registry.change c on c.id = m.change_id
                          join registry.person k on k.id = m.kept_id
                         where (m.at, m.id) < (:before, :beforeId) and k.division >= :from and k.division < :to
                         order by m.at desc, m.id desc limit :limit""")
                .param("before", Timestamp.from(before))
                .param("beforeId", beforeId)
                .param("from", area.value())
                .param("to", area.value() + LAST)
                .param("limit", limit)
                .query((row, n) -> new MergeRow(
                        row.getObject("id", UUID.class),
                        row.getObject("kept_id", UUID.class),
                        row.getObject("lost_id", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("reason"),
                        Optional.ofNullable(row.getTimestamp("undone_at")).map(Timestamp::toInstant)))
                .list();
    }

    boolean isMerged(PersonId one, PersonId other) {
        return jdbc.sql("""
                        select exists (
                          select from registry.merge
                           where undone_at is null
                             and (kept_id = :one and lost_id = :other or kept_id = :other and lost_id = :one))""")
                .param("one", one.value())
                .param("other", other.value())
                .query(Boolean.class)
                .single();
    }

    /** People with this name and birth date in an area, before somebody registers one more. */
    List<UUID> alike(String name, java.time.LocalDate birth, DivisionCode area, int limit) {
        return jdbc.sql("""
                        select id from registry.person
                         where name = :name and birth_date = :birth and voided_at is null
                           and division >= :from and division < :to
                         order by id limit :limit""")
                .param("name", name)
                .param("birth", java.sql.Date.valueOf(birth))
                .param("from", area.value())
                .param("to", area.value() + LAST)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }
}
