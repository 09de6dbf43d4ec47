package org.linli.sync.log;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Epochs, and what tells one database from another. */
@Repository
class EpochRows {

    /**
     * What tells a database from its restored copy.
     *
     * @param database its object identifier, which a dump restored into the same cluster changes
     */
    record Lineage(long systemIdentifier, int timeline, long database) {}

    record Epoch(UUID id, Lineage lineage) {}

    /** Beyond every version the database's later self can have given out, and still exact in a browser for 9,000 epochs. */
    private static final long LEAP = 1_000_000_000_000L;

    private final JdbcClient jdbc;

    EpochRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Lineage here() {
        return jdbc.sql("""
                select s.system_identifier, c.timeline_id, d.oid::bigint as database
                  from pg_control_system() s, pg_control_checkpoint() c, pg_database d
                 where d.datname = current_database()
                """)
                .query((row, n) -> new Lineage(row.getLong(1), row.getInt(2), row.getLong(3)))
                .single();
    }

    Optional<Epoch> latest() {
        return jdbc.sql("""
                select id, system_identifier, timeline, database::bigint from sync.epoch order by number desc limit 1
                """)
                .query((row, n) -> new Epoch(
                        row.getObject("id", UUID.class),
                        new Lineage(row.getLong("system_identifier"), row.getInt("timeline"), row.getLong("database"))))
                .optional();
    }

    /** Processes that start together begin one epoch. */
    void lock() {
        jdbc.sql("lock table sync.epoch in share row exclusive mode").update();
    }

    /** Versions that phones still hold from the epoch before must not be given out a second time. */
    void leap() {
        jdbc.sql("select setval('sync.version', nextval('sync.version') + :leap)")
                .param("leap", LEAP)
                .query(rows -> {});
    }

    /** Random, because a restored database may make the identifiers of its later self again. */
    void begin(Lineage lineage, Instant now) {
        jdbc.sql("""
                insert into sync.epoch (id, began_at, system_identifier, timeline, database)
                values (gen_random_uuid(), :now, :system, :timeline, :database)
                """)
                .param("now", Timestamp.from(now))
                .param("system", lineage.systemIdentifier())
                .param("timeline", lineage.timeline())
                .param("database", lineage.database())
                .update();
    }
}
