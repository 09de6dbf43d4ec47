package org.linli.notify;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Empties the numbers of settled messages. */
@Repository
class SentPhoneRows {

    private static final String OLD = "phone_sealed is not null and state <> 'WAITING' and settled_at < :before";

    private final JdbcClient jdbc;

    SentPhoneRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long due(LocalDate before) {
        return jdbc.sql("select count(*) from notify.delivery where " + OLD)
                .param("before", before)
                .query(Long.class)
                .single();
    }

    int empty(LocalDate before, int most) {
        return jdbc.sql("""
                update notify.delivery set phone_sealed = null, phone_emptied_at = now() where id in (
                  select id from notify.delivery where %s limit :most)""".formatted(OLD))
                .param("before", before)
                .param("most", most)
                .update();
    }
}
