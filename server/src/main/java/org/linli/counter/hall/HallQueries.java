package org.linli.counter.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The hall as it stands, for the board and the call screen; reads live rows only. */
@Repository
class HallQueries {

    private final JdbcClient jdbc;

    HallQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A call on the screen. */
    record Call(String ticket, int windowNumber, VisitState state, int calls, Instant calledAt) {}

    List<Visit> queue(String station, LocalDate day) {
        return jdbc.sql("""
                        select * from counter.visit
                        where station = :station and day = :day and state = 'WAITING'
                        order by rank, queue_at, id
                        """)
                .param("station", station)
                .param("day", day)
                .query(VisitRows::visit)
                .list();
    }

    List<Visit> live(String station, LocalDate day) {
        return jdbc.sql("""
                        select * from counter.visit
                        where station = :station and day = :day and state in ('CALLED', 'SERVING', 'MISSED')
                        order by called_at desc nulls last, queue_at
                        """)
                .param("station", station)
                .param("day", day)
                .query(VisitRows::visit)
                .list();
    }

    List<Call> calls(String station, LocalDate day) {
        return jdbc.sql("""
                        select ticket, window_number, state, calls, called_at from counter.visit
                        where station = :station and day = :day and state in ('CALLED', 'SERVING', 'MISSED')
                          and window_number is not null
                        order by called_at desc limit 12
                        """)
                .param("station", station)
                .param("day", day)
                .query(Call.class)
                .list();
    }

    List<String> next(String station, LocalDate day, int limit) {
        return jdbc.sql("""
                        select ticket from counter.visit
                        where station = :station and day = :day and state = 'WAITING'
                        order by rank, queue_at, id limit :limit
                        """)
                .param("station", station)
                .param("day", day)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** How many wait in front of a ticket. */
    int ahead(Visit visit, Instant queuedAt) {
        return jdbc.sql("""
                        select count(*) from counter.visit
                        where station = :station and day = :day and state = 'WAITING'
                          and (rank, queue_at, id) < (:rank, :at, :id)
                        """)
                .param("station", visit.station())
                .param("day", visit.day())
                .param("rank", visit.rank())
                .param("at", queuedAt.atOffset(ZoneOffset.UTC))
                .param("id", visit.id())
                .query(Integer.class)
                .single();
    }

    record Today(
            int finished,
            @Nullable Double meanWaitSeconds,
            @Nullable Double meanHandlingSeconds) {}

    Today today(String station, Instant from) {
        return jdbc.sql("""
                        select count(*) as finished,
                          avg(extract(epoch from called_at - checked_in_at)) as mean_wait_seconds,
                          avg(extract(epoch from finished_at - called_at)) as mean_handling_seconds
                        from counter.visit
                        where called_at >= :from and station = :station and finished_at is not null
                        """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("station", station)
                .query(Today.class)
                .single();
    }

    /** How often each item was done at a station since a moment. */
    Map<String, Long> uses(String station, Instant since) {
        return jdbc
                .sql("""
                        select item_code, count(*) as uses from counter.visit_errand
                        where station = :station and finished_at >= :since group by item_code
                        """)
                .param("station", station)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> Map.entry(row.getString("item_code"), row.getLong("uses")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
