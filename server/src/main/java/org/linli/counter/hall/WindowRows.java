package org.linli.counter.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Windows, and the one statement that gives a window its next visitor. */
@Repository
class WindowRows {

    private final JdbcClient jdbc;

    WindowRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum State {
        OPEN,
        PAUSED,
        CLOSED
    }

    /** A window as it stands. */
    record WindowRow(
            String station,
            int number,
            State state,
            @Nullable UUID posting,
            @Nullable String clerk,
            @Nullable String note,
            Instant since,
            @Nullable UUID visit) {}

    /**
     * Gives the posting's open and free window the first of the queue, or nothing. Rows that another window is taking at
     * this moment are skipped, so that nobody is called twice and nobody waits for a lock; the window's own row is
     * locked first, so that a double click finds it occupied.
     */
    Optional<Visit> takeNext(UUID posting, String clerk, LocalDate day, Instant now, String key) {
        return jdbc.sql("""
                        with mine as (
                          select station, number from counter.service_window
                          where posting = :posting and state = 'OPEN' and visit is null
                          for update
                        ), next as (
                          select v.id, mine.number from counter.visit v join mine on v.station = mine.station
                          where v.day = :day and v.state = 'WAITING'
                            and (v.only_window is null or v.only_window = mine.number)
                          order by v.rank, v.queue_at, v.id
                          limit 1
                          for update of v skip locked
                        ), called as (
                          update counter.visit v
                          set state = 'CALLED', window_number = next.number, posting = :posting, clerk = :clerk,
                            called_at = :now, calls = 1, revision = v.revision + 1, last_key = :key
                          from next where v.id = next.id
                          returning v.*
                        ), taken as (
                          update counter.service_window w set visit = called.id
                          from called where w.station = called.station and w.number = called.window_number
                        )
                        select * from called
                        """)
                .param("posting", posting)
                .param("clerk", clerk)
                .param("day", day)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("key", key)
                .query(VisitRows::visit)
                .optional();
    }

    Optional<WindowRow> of(UUID posting) {
        return jdbc.sql("select * from counter.service_window where posting = :posting")
                .param("posting", posting)
                .query(WindowRow.class)
                .optional();
    }

    List<WindowRow> at(String station) {
        return jdbc.sql("select * from counter.service_window where station = :station order by number")
                .param("station", station)
                .query(WindowRow.class)
                .list();
    }

    /** False when somebody else sits there. */
    boolean open(String station, int number, UUID posting, String clerk, Instant at) {
        return jdbc.sql("""
                        insert into counter.service_window (station, number, state, posting, clerk, since)
                        values (:station, :number, 'OPEN', :posting, :clerk, :at)
                        on conflict (station, number) do update
                        set state = 'OPEN', posting = excluded.posting, clerk = excluded.clerk, note = null,
                          since = excluded.since
                        where counter.service_window.posting is null or counter.service_window.posting = :posting
                        """)
                        .param("station", station)
                        .param("number", number)
                        .param("posting", posting)
                        .param("clerk", clerk)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean pause(UUID posting, String note, Instant at) {
        return jdbc.sql("""
                        update counter.service_window set state = 'PAUSED', note = :note, since = :at
                        where posting = :posting
                        """)
                        .param("posting", posting)
                        .param("note", note)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False while the window serves somebody. */
    boolean close(UUID posting, Instant at) {
        return jdbc.sql("""
                        update counter.service_window
                        set state = 'CLOSED', posting = null, clerk = null, note = null, since = :at
                        where posting = :posting and visit is null
                        """)
                        .param("posting", posting)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The window is free again. */
    void free(UUID visit, String station) {
        jdbc.sql("update counter.service_window set visit = null where station = :station and visit = :visit")
                .param("station", station)
                .param("visit", visit)
                .update();
    }
}
