package org.linli.registry.history;

import java.util.UUID;
import org.linli.privacy.Masking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an identifier in a history row means today. */
@Component
class ReferenceQueries {

    private final JdbcClient jdbc;

    ReferenceQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String person(UUID id, boolean full) {
        var name = one("select name from registry.person where id = :id", id);
        return full ? name : Masking.name(name);
    }

    String dwelling(UUID id, boolean full) {
        return one(
                full
                        ? "select c.name || ' ' || d.number_key from registry.dwelling d"
                                + " join registry.compound c on c.id = d.compound_id where d.id = :id"
                        : "select c.name || '***' from registry.dwelling d"
                                + " join registry.compound c on c.id = d.compound_id where d.id = :id",
                id);
    }

    String compound(UUID id) {
        return one("select name from registry.compound where id = :id", id);
    }

    /** A household goes by its head. */
    String household(UUID id, boolean full) {
        var head = one(
                "select p.name from registry.household h join registry.person p on p.id = h.head_id where h.id = :id",
                id);
        return full ? head : Masking.name(head);
    }

    private String one(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(String.class).optional().orElse("");
    }
}
