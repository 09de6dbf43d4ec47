package org.linli.casework.procedure;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of published versions. */
@Repository
class ProcedureRows {

    private final JdbcClient jdbc;

    ProcedureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(String key, int version, String digest, String source, String note, Instant at, String by) {}

    List<Row> all() {
        return jdbc.sql("""
                        select procedure_key, version, digest, source, note, published_at, published_by_name
                        from casework.procedure_version order by procedure_key, version
                        """)
                .query((row, number) -> new Row(
                        row.getString("procedure_key"),
                        row.getInt("version"),
                        row.getString("digest"),
                        row.getString("source"),
                        row.getString("note"),
                        row.getTimestamp("published_at").toInstant(),
                        row.getString("published_by_name")))
                .list();
    }

    int count() {
        return jdbc.sql("select count(*) from casework.procedure_version")
                .query(Integer.class)
                .single();
    }

    Optional<String> digest(String key, int version) {
        return jdbc.sql("""
                        select digest from casework.procedure_version
                        where procedure_key = :key and version = :version
                        """)
                .param("key", key)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    /** False when another process was first. */
    boolean add(Row row, @Nullable UUID posting) {
        return jdbc.sql("""
                        insert into casework.procedure_version
                            (procedure_key, version, digest, source, note, published_at, published_by, published_by_name)
                        values (:key, :version, :digest, :source, :note, :at, :posting, :name)
                        on conflict do nothing
                        """)
                        .param("key", row.key())
                        .param("version", row.version())
                        .param("digest", row.digest())
                        .param("source", row.source())
                        .param("note", row.note())
                        .param("at", Timestamp.from(row.at()))
                        .param("posting", posting)
                        .param("name", row.by())
                        .update()
                == 1;
    }
}
