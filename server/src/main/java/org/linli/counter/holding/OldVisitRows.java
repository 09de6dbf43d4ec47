package org.linli.counter.holding;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names and phones of visits and bookings that are long over, and errands that only grow. */
@Component
class OldVisitRows {

    private static final String VISITS = "day < :before and (name_sealed is not null or phone_sealed is not null)";
    private static final String BOOKINGS = "day < :before and name_sealed is not null";

    private final JdbcClient jdbc;

    OldVisitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long visits(LocalDate before) {
        return count("counter.visit", VISITS, before);
    }

    long bookings(LocalDate before) {
        return count("counter.booking", BOOKINGS, before);
    }

    long errands(LocalDate before) {
        return count("counter.errand", "accepted_at < :before", before);
    }

    int emptyVisits(LocalDate before, int most) {
        return jdbc.sql("""
                update counter.visit set name_sealed = null, phone_sealed = null, phone_index = null, id_index = null
                 where id in (select id from counter.visit where %s limit :most)""".formatted(VISITS))
                .param("before", before)
                .param("most", most)
                .update();
    }

    int emptyBookings(LocalDate before, int most) {
        return jdbc.sql("""
                update counter.booking set name_sealed = null, phone_sealed = null, phone_index = null,
                       state = case when state = 'BOOKED' then 'CANCELLED' else state end
                 where id in (select id from counter.booking where %s limit :most)""".formatted(BOOKINGS))
                .param("before", before)
                .param("most", most)
                .update();
    }

    private long count(String table, String old, LocalDate before) {
        return jdbc.sql("select count(*) from %s where %s".formatted(table, old))
                .param("before", before)
                .query(Long.class)
                .single();
    }
}
