package org.linli.registry.restriction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.registry.PersonId;
import org.linli.registry.Restrictions.Ground;
import org.linli.registry.Restrictions.Restriction;
import org.linli.registry.change.Change;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of restrictions. */
@Component
class RestrictionRows {

    private static final String SELECT = """
            select r.id, r.person_id, r.ground, r.reference, c.at as since, c.actor, l.at as lifted_at
              from registry.person_restriction r
              join registry.change c on c.id = r.change_id
              left join registry.change l on l.id = r.lifted_change_id
            """;

    private final JdbcClient jdbc;

    RestrictionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the person, so that two at the same moment come to one restriction; false when there is no such person. */
    boolean lock(PersonId person) {
        return jdbc.sql("select 1 from registry.person where id = :id for no key update")
                .param("id", person.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void add(UUID id, PersonId person, Ground ground, String reference, Change change) {
        jdbc.sql("""
                insert into registry.person_restriction (id, person_id, ground, reference, change_id)
                values (:id, :person, :ground, :reference, :change)""")
                .param("id", id)
                .param("person", person.value())
                .param("ground", ground.name())
                .param("reference", reference)
                .param("change", change.id())
                .update();
    }

    boolean lift(UUID id, Change change) {
        return jdbc.sql("""
                update registry.person_restriction set lifted_change_id = :change
                 where id = :id and lifted_change_id is null""").param("id", id).param("change", change.id()).update() == 1;
    }

    Optional<Restriction> find(UUID id) {
        return jdbc.sql(SELECT + " where r.id = :id")
                .param("id", id)
                .query(RestrictionRows::restriction)
                .optional();
    }

    List<Restriction> of(PersonId person) {
        return jdbc.sql(SELECT + " where r.person_id = :person order by c.at desc, r.id desc")
                .param("person", person.value())
                .query(RestrictionRows::restriction)
                .list();
    }

    Set<PersonId> among(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("""
                select q.id from unnest(:people) q (id)
                 where exists (select from registry.person_restriction r
                                 join registry.person p on p.id = r.person_id
                                where r.lifted_change_id is null and (p.id = q.id or p.merged_into = q.id))""")
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toSet());
    }

    private static Restriction restriction(ResultSet row, int number) throws SQLException {
        return new Restriction(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                Ground.valueOf(row.getString("ground")),
                row.getString("reference"),
                row.getTimestamp("since").toInstant(),
                row.getString("actor"),
                Optional.ofNullable(row.getTimestamp("lifted_at")).map(java.sql.Timestamp::toInstant));
    }
}
