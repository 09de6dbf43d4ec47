package org.linli.files;

import java.io.ByteArrayOutputStream;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Uploads under way, in the database, so that whichever process gets the next part can go on. */
@Repository
class UploadRows {

    /** An upload; {@code file} is set once it is complete. */
    record Upload(
            UUID id,
            String owner,
            String name,
            String declaredType,
            long length,
            long received,
            Instant expiresAt,
            @Nullable UUID file) {}

    private final JdbcClient jdbc;

    UploadRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing where one with the identifier is under way. */
    void add(Acting by, Upload upload, Instant now) {
        jdbc.sql("""
                insert into files.upload (id, owner, name, declared_type, length, started_by, started_at, expires_at)
                values (:id, :owner, :name, :type, :length, :by, :now, :expires)
                on conflict (id) do nothing
                """)
                .param("id", upload.id())
                .param("owner", upload.owner())
                .param("name", upload.name())
                .param("type", upload.declaredType())
                .param("length", upload.length())
                .param("by", by.posting().value())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(upload.expiresAt()))
                .update();
    }

    /** Its starter's upload, while it lives; held until the transaction ends, so that parts come one after another. */
    Optional<Upload> hold(Acting by, UUID id, Instant now) {
        return jdbc.sql("""
                select id, owner, name, declared_type, length, received, expires_at, file_id from files.upload
                where id = :id and started_by = :by and expires_at > :now
                for update
                """)
                .param("id", id)
                .param("by", by.posting().value())
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Upload(
                        row.getObject("id", UUID.class),
                        row.getString("owner"),
                        row.getString("name"),
                        row.getString("declared_type"),
                        row.getLong("length"),
                        row.getLong("received"),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getObject("file_id", UUID.class)))
                .optional();
    }

    void append(UUID id, long at, byte[] part) {
        jdbc.sql("insert into files.upload_part (upload_id, starts_at, bytes) values (:id, :at, :part)")
                .param("id", id)
                .param("at", at)
                .param("part", part)
                .update();
        jdbc.sql("update files.upload set received = :received where id = :id")
                .param("id", id)
                .param("received", at + part.length)
                .update();
    }

    byte[] bytes(UUID id) {
        var bytes = new ByteArrayOutputStream();
        jdbc.sql("select bytes from files.upload_part where upload_id = :id order by starts_at")
                .param("id", id)
                .query(row -> {
                    bytes.writeBytes(row.getBytes("bytes"));
                });
        return bytes.toByteArray();
    }

    void finish(UUID id, FileId file) {
        dropParts(id);
        jdbc.sql("update files.upload set file_id = :file where id = :id")
                .param("id", id)
                .param("file", file.value())
                .update();
    }

    /** Parts are a way to a file and no record of anything, so they go. */
    void drop(UUID id) {
        dropParts(id);
        jdbc.sql("delete from files.upload where id = :id").param("id", id).update();
    }

    /** Whether the time of an upload is over, whoever began it. */
    boolean isExpired(UUID id, Instant now) {
        return jdbc.sql("select count(*) from files.upload where id = :id and expires_at <= :now")
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    int dropExpired(Instant now) {
        jdbc.sql("""
                delete from files.upload_part where upload_id in
                    (select id from files.upload where expires_at <= :now)
                """).param("now", Timestamp.from(now)).update();
        return jdbc.sql("delete from files.upload where expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    private void dropParts(UUID id) {
        jdbc.sql("delete from files.upload_part where upload_id = :id")
                .param("id", id)
                .update();
    }
}
