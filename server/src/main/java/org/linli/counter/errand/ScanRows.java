package org.linli.counter.errand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.files.Attachments.Attachment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the photos and scans of errands. */
@Component
class ScanRows {

    private final JdbcClient jdbc;

    ScanRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Scan (扫描件): one file of an errand; without a material it belongs to a correction as a whole. */
    record Scan(
            UUID id,
            Optional<String> material,
            String name,
            String type,
            long bytes,
            Instant addedAt,
            String addedBy) {}

    void add(ErrandId errand, Optional<String> material, Attachment file, Instant at, String by) {
        jdbc.sql("""
                insert into counter.errand_file (id, errand_id, code, name, type, bytes, added_at, added_by)
                values (:id, :errand, :code, :name, :type, :bytes, :at, :by)""")
                .param("id", file.id().value())
                .param("errand", errand.value())
                .param("code", material.orElse(null))
                .param("name", file.name())
                .param("type", file.type())
                .param("bytes", file.bytes())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    /** Those that count, in the order they were added. */
    List<Scan> of(ErrandId errand) {
        return jdbc.sql("""
                        select id, code, name, type, bytes, added_at, added_by from counter.errand_file
                        where errand_id = :errand and void_at is null order by added_at, id""")
                .param("errand", errand.value())
                .query(ScanRows::scan)
                .list();
    }

    boolean has(ErrandId errand, UUID file) {
        return jdbc.sql("select exists (select from counter.errand_file where errand_id = :errand and id = :file)")
                .param("errand", errand.value())
                .param("file", file)
                .query(Boolean.class)
                .single();
    }

    boolean makeVoid(ErrandId errand, UUID file, String why, Instant at, String by) {
        return jdbc.sql("""
                        update counter.errand_file set void_at = :at, void_why = :why, void_by = :by
                        where errand_id = :errand and id = :file and void_at is null""")
                        .param("errand", errand.value())
                        .param("file", file)
                        .param("why", why)
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    private static Scan scan(ResultSet row, int number) throws SQLException {
        return new Scan(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("code")),
                row.getString("name"),
                row.getString("type"),
                row.getLong("bytes"),
                row.getTimestamp("added_at").toInstant(),
                row.getString("added_by"));
    }
}
