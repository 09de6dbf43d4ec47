package org.linli.grid.holding;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Words of visits and events that are long over; that there was one stays, for figures. */
@Component
class OldGridRows {

    private static final String VISITS = "done_at < :before and answers_sealed is not null";
    private static final String EVENTS = "ended_at < :before and description_sealed is not null";

    private final JdbcClient jdbc;

    OldGridRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long visits(LocalDate before) {
        return count("grid.visit", VISITS, before);
    }

    long events(LocalDate before) {
        return count("grid.event", EVENTS, before);
    }

    int emptyVisits(LocalDate before, int most) {
        return jdbc.sql("""
                update grid.visit set answers_sealed = null, note_sealed = null, place_sealed = null
                 where id in (select id from grid.visit where %s limit :most)""".formatted(VISITS))
                .param("before", before)
                .param("most", most)
                .update();
    }

    /** The words of the verifications go with them. */
    int emptyEvents(LocalDate before, int most) {
        return jdbc.sql("""
                with old as (select id from grid.event where %s limit :most),
                checked as (update grid.event_check set remaining_sealed = null where event_id in (select id from old))
                update grid.event set description_sealed = null, place_sealed = null, remaining_sealed = null
                 where id in (select id from old)""".formatted(EVENTS))
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
