package org.linli.eldercare.call;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of seats. */
@Repository
class SeatRows {

    private final JdbcClient jdbc;

    SeatRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> of(UUID posting) {
        return jdbc.sql("select extension from eldercare.seat where posting_id = :posting")
                .param("posting", posting)
                .query(String.class)
                .optional();
    }

    Optional<UUID> at(String extension) {
        return jdbc.sql("select posting_id from eldercare.seat where extension = :extension")
                .param("extension", extension)
                .query(UUID.class)
                .optional();
    }

    /** Whoever sat there before sits there no longer. */
    void sit(UUID posting, String extension, Instant at) {
        jdbc.sql("delete from eldercare.seat where extension = :extension and posting_id <> :posting")
                .param("extension", extension)
                .param("posting", posting)
                .update();
        jdbc.sql("""
                insert into eldercare.seat (posting_id, extension, since) values (:posting, :extension, :at)
                on conflict (posting_id) do update set extension = excluded.extension, since = excluded.since""")
                .param("posting", posting)
                .param("extension", extension)
                .param("at", Timestamp.from(at))
                .update();
    }

    void leave(UUID posting) {
        jdbc.sql("delete from eldercare.seat where posting_id = :posting")
                .param("posting", posting)
                .update();
    }
}
