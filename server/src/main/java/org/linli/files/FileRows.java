package org.linli.files;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.files.Attachments.Attachment;
import org.linli.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Files and their bytes. Bytes lie in pieces of 256 KiB: a download holds one piece in memory instead of the file, and
 * no statement carries a parameter of many megabytes.
 */
@Repository
class FileRows {

    static final int PIECE = 256 * 1024;

    /** A file's row; {@code erasedAt} is when its bytes went. */
    record FileRow(
            Attachment attachment, String owner, @Nullable Instant erasedAt) {}

    private final JdbcClient jdbc;

    FileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Attachment add(Acting by, String owner, Inspection.Passed passed, String sm3, Instant now) {
        var id = Ids.next();
        jdbc.sql("""
                insert into files.file (id, owner, name, type, bytes, sm3, stored_at, stored_by)
                values (:id, :owner, :name, :type, :bytes, :sm3, :now, :by)
                """)
                .param("id", id)
                .param("owner", owner)
                .param("name", passed.name())
                .param("type", passed.type().mediaType())
                .param("bytes", passed.bytes().length)
                .param("sm3", sm3)
                .param("now", Timestamp.from(now))
                .param("by", by.posting().value())
                .update();
        addPieces(id, passed.bytes());
        if (passed.thumbnail().length > 0) {
            jdbc.sql("insert into files.thumbnail (file_id, bytes) values (:id, :bytes)")
                    .param("id", id)
                    .param("bytes", passed.thumbnail())
                    .update();
        }
        return new Attachment(
                new FileId(id), passed.name(), passed.type().mediaType(), passed.bytes().length, sm3, now);
    }

    Optional<FileRow> find(FileId id) {
        return jdbc.sql("""
                select id, owner, name, type, bytes, sm3, stored_at, erased_at from files.file where id = :id
                """)
                .param("id", id.value())
                .query((row, number) -> {
                    var erasedAt = row.getTimestamp("erased_at");
                    return new FileRow(
                            new Attachment(
                                    new FileId(row.getObject("id", UUID.class)),
                                    row.getString("name"),
                                    row.getString("type"),
                                    row.getLong("bytes"),
                                    row.getString("sm3"),
                                    row.getTimestamp("stored_at").toInstant()),
                            row.getString("owner"),
                            erasedAt == null ? null : erasedAt.toInstant());
                })
                .optional();
    }

    /** The nth piece, from 0; empty behind the last. */
    Optional<byte[]> piece(FileId id, int number) {
        return jdbc.sql("select bytes from files.piece where file_id = :id and number = :number")
                .param("id", id.value())
                .param("number", number)
                .query((row, index) -> row.getBytes("bytes"))
                .optional();
    }

    Optional<byte[]> thumbnail(FileId id) {
        return jdbc.sql("select bytes from files.thumbnail where file_id = :id")
                .param("id", id.value())
                .query((row, index) -> row.getBytes("bytes"))
                .optional();
    }

    boolean assign(FileId id, String from, String to) {
        return jdbc.sql("update files.file set owner = :to where id = :id and owner = :from and erased_at is null")
                        .param("id", id.value())
                        .param("from", from)
                        .param("to", to)
                        .update()
                == 1;
    }

    boolean keep(FileId id, Retention retention) {
        return jdbc.sql("""
                update files.file set retention_class = :class, keep_until = :until
                where id = :id and erased_at is null
                """)
                        .param("id", id.value())
                        .param("class", retention.kind())
                        .param("until", retention.until())
                        .update()
                == 1;
    }

    /** Files whose last day is over and that still have their bytes. */
    List<FileId> outlived(LocalDate today, int most) {
        return jdbc.sql("""
                select id from files.file where keep_until < :today and erased_at is null
                order by keep_until limit :most for update skip locked
                """)
                .param("today", today)
                .param("most", most)
                .query((row, number) -> new FileId(row.getObject("id", UUID.class)))
                .list();
    }

    long countOutlived(LocalDate today) {
        return jdbc.sql("select count(*) from files.file where keep_until < :today and erased_at is null")
                .param("today", today)
                .query(Long.class)
                .single();
    }

    void erase(FileId id, Instant now) {
        jdbc.sql("delete from files.piece where file_id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("delete from files.thumbnail where file_id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("update files.file set erased_at = :now where id = :id")
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    private void addPieces(UUID id, byte[] bytes) {
        for (int number = 0, at = 0; at < bytes.length; number++, at += PIECE) {
            jdbc.sql("insert into files.piece (file_id, number, bytes) values (:id, :number, :bytes)")
                    .param("id", id)
                    .param("number", number)
                    .param("bytes", Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + PIECE)))
                    .update();
        }
    }
}
