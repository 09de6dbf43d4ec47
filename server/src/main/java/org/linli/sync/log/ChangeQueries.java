package org.linli.sync.log;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the change log. */
@Repository
public class ChangeQueries {

    /** One record's latest change in one scope. */
    public record Entry(long seq, String type, UUID id, boolean present, long v) {}

    /** How far a scope's log reaches and where it begins. */
    public record Reach(long head, long floor) {

        public static final Reach EMPTY = new Reach(0, 0);
    }

    /** What a phone must hold of a scope: how many records, and their marks combined. */
    public record Digest(long count, long xor) {}

    /** Where a record is or was. */
    public record Place(String scope, boolean present, long v, Instant changedAt) {}

    private final JdbcClient jdbc;

    ChangeQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<String, Reach> reaches(Collection<String> scopes) {
        return jdbc
                .sql("select scope, head, floor from sync.scope where scope = any(:scopes)")
                .param("scopes", scopes.toArray(String[]::new))
                .query((row, n) ->
                        Map.entry(row.getString("scope"), new Reach(row.getLong("head"), row.getLong("floor"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Changes after a number, in order; a first load, from 0, needs no tombstones. */
    public List<Entry> after(String scope, long cursor, Set<String> types, int limit) {
        return jdbc.sql("""
                select seq, etype, eid, op, v from sync.change
                 where scope = :scope and seq > :cursor and (:cursor > 0 or op = 'P') and etype = any(:types)
                 order by seq limit :limit
                """)
                .param("scope", scope)
                .param("cursor", cursor)
                .param("types", types.toArray(String[]::new))
                .param("limit", limit)
                .query((row, n) -> new Entry(
                        row.getLong("seq"),
                        row.getString("etype"),
                        row.getObject("eid", UUID.class),
                        row.getString("op").equals("P"),
                        row.getLong("v")))
                .list();
    }

    public Digest digest(String scope, Set<String> types) {
        return jdbc.sql("""
                select count(*) as count, coalesce(bit_xor(mark), 0) as xor from sync.change
                 where scope = :scope and op = 'P' and etype = any(:types)
                """)
                .param("scope", scope)
                .param("types", types.toArray(String[]::new))
                .query((row, n) -> new Digest(row.getLong("count"), row.getLong("xor")))
                .single();
    }

    public List<Place> places(String type, UUID id) {
        return jdbc.sql("select scope, op, v, changed_at from sync.change where etype = :type and eid = :id")
                .param("type", type)
                .param("id", id)
                .query((row, n) -> new Place(
                        row.getString("scope"),
                        row.getString("op").equals("P"),
                        row.getLong("v"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }
}
