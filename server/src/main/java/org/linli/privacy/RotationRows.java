package org.linli.privacy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.linli.access.sealing.SealedRows.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes {@code privacy.rotation} and how far it has come. */
@Component
class RotationRows {

    /** One rotation; {@code number} counts them from 1. */
    record Rotation(int number, String fieldKey, String indexKey) {}

    private static final long LOCK = 0x6c696e6c6b657973L;

    private final JdbcClient jdbc;

    RotationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps others from rotating until the caller's transaction ends; false when somebody is at it. */
    boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    Optional<Rotation> unfinished() {
        return jdbc.sql("""
                        select number, field_key, index_key from privacy.rotation where finished_at is null
                         order by number desc limit 1
                        """).query(Rotation.class).optional();
    }

    boolean isKnown(String fieldKey) {
        return jdbc.sql("select exists (select from privacy.rotation where field_key = :key)")
                .param("key", fieldKey)
                .query(Boolean.class)
                .single();
    }

    Rotation begin(String fieldKey, String indexKey, Instant at) {
        return jdbc.sql("""
                        insert into privacy.rotation (number, field_key, index_key, begun_at)
                        select coalesce(max(number), 0) + 1, :field, :index, :at from privacy.rotation
                        returning number, field_key, index_key
                        """)
                .param("field", fieldKey)
                .param("index", indexKey)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Rotation.class)
                .single();
    }

    void finish(int rotation, Instant at) {
        jdbc.sql("update privacy.rotation set finished_at = :at where number = :number")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("number", rotation)
                .update();
    }

    /** How far a table has come; nothing seen yet when it has not been begun. */
    Step progress(int rotation, String part) {
        return jdbc.sql("""
                        select after, changed, done from privacy.rotation_part where rotation = :rotation and part = :part
                        """)
                .param("rotation", rotation)
                .param("part", part)
                .query((row, n) -> new Step(
                        Arrays.asList((String[]) row.getArray("after").getArray()),
                        row.getInt("changed"),
                        row.getBoolean("done")))
                .optional()
                .orElse(new Step(List.of(), 0, false));
    }

    void note(int rotation, String part, Step step) {
        jdbc.sql("""
                        insert into privacy.rotation_part (rotation, part, after, changed, done)
                        values (:rotation, :part, :after::text[], :changed, :done)
                        on conflict (rotation, part) do update
                          set after = excluded.after, changed = rotation_part.changed + excluded.changed,
                              done = excluded.done
                        """)
                .param("rotation", rotation)
                .param("part", part)
                .param("after", step.after().toArray(String[]::new))
                .param("changed", step.changed())
                .param("done", step.end())
                .update();
    }
}
