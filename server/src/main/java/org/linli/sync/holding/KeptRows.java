package org.linli.sync.holding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.privacy.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts, reads and empties what phones sent. */
@Repository
class KeptRows {

    private static final String OLD_CONFLICT = "decided_at < :before and emptied_at is null";
    private static final String OLD_EXCEPTION = "opened_at < :before and payload_sealed is not null";
    private static final String OLD_POSITION = "arrived_at < :before and lon is not null";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    KeptRows(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** How much is held of one kind, and since when. */
    record Count(long count, Instant since, Instant latest) {}

    /** What somebody proposed about a record. */
    record Proposed(String unit, String json, Instant since) {}

    long conflicts(LocalDate before) {
        return count("sync.conflict", OLD_CONFLICT, before);
    }

    /** The log's trigger takes what is emptied from the phones. */
    int emptyConflicts(LocalDate before, int most) {
        // Scopes before their conflicts, as whoever moves a record comes to both.
        jdbc.sql("""
                select 1 from sync.scope where scope in (select scope from sync.conflict where %s) order by scope for update
                """.formatted(OLD_CONFLICT)).param("before", before).query(rows -> {});
        jdbc.sql("""
                update sync.proposal set base_sealed = null, proposed_sealed = null where conflict_id in (
                  select id from sync.conflict where %s order by id limit :most)
                """.formatted(OLD_CONFLICT))
                .param("before", before)
                .param("most", most)
                .update();
        return jdbc.sql("""
                update sync.conflict
                   set base_sealed = null, server_sealed = null, proposed_sealed = null, decision_sealed = null,
                       emptied_at = now()
                 where id in (select id from sync.conflict where %s order by id limit :most)
                """.formatted(OLD_CONFLICT))
                .param("before", before)
                .param("most", most)
                .update();
    }

    long exceptions(LocalDate before) {
        return count("sync.exception", OLD_EXCEPTION, before);
    }

    int emptyExceptions(LocalDate before, int most) {
        return jdbc.sql("""
                update sync.exception set payload_sealed = null, emptied_at = now()
                 where id in (select id from sync.exception where %s limit :most)
                """.formatted(OLD_EXCEPTION))
                .param("before", before)
                .param("most", most)
                .update();
    }

    long positions(LocalDate before) {
        return count("sync.mutation", OLD_POSITION, before);
    }

    int emptyPositions(LocalDate before, int most) {
        return jdbc.sql("""
                update sync.mutation set lon = null, lat = null, accuracy = null
                 where id in (select id from sync.mutation where %s limit :most)
                """.formatted(OLD_POSITION))
                .param("before", before)
                .param("most", most)
                .update();
    }

    Optional<Count> proposals(UUID record) {
        return jdbc.sql("""
                select count(*) as count, min(p.arrived_at) as since, max(p.arrived_at) as latest
                  from sync.proposal p join sync.conflict c on c.id = p.conflict_id
                 where c.entity = :record and p.proposed_sealed is not null
                """)
                .param("record", record)
                .query((row, n) -> row.getLong("count") == 0
                        ? Optional.<Count>empty()
                        : Optional.of(new Count(
                                row.getLong("count"),
                                row.getTimestamp("since").toInstant(),
                                row.getTimestamp("latest").toInstant())))
                .single();
    }

    List<Proposed> proposed(UUID record) {
        return jdbc.sql("""
                select c.unit, p.proposed_sealed, p.arrived_at
                  from sync.proposal p join sync.conflict c on c.id = p.conflict_id
                 where c.entity = :record and p.proposed_sealed is not null
                 order by p.arrived_at
                """)
                .param("record", record)
                .query((row, n) -> new Proposed(
                        row.getString("unit"),
                        cipher.open("sync.conflict.values", row.getString("proposed_sealed")),
                        row.getTimestamp("arrived_at").toInstant()))
                .list();
    }

    private long count(String table, String which, LocalDate before) {
        return jdbc.sql("select count(*) from " + table + " where " + which)
                .param("before", before)
                .query(Long.class)
                .single();
    }
}
