package org.linli.counter.hall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Visits; every act names the revision it saw, so that a stale one changes nothing and gives back nothing. */
@Repository
class VisitRows {

    private static final List<byte[]> NOBODY = List.of(new byte[0]);

    private final JdbcClient jdbc;

    VisitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A visit to be stored. */
    record NewVisit(
            UUID id,
            String station,
            LocalDate day,
            String ticket,
            int rank,
            Way way,
            List<String> items,
            @Nullable String nameSealed,
            byte @Nullable [] idIndex,
            @Nullable String phoneSealed,
            byte @Nullable [] phoneIndex,
            @Nullable UUID booking,
            Instant at,
            String requestKey) {}

    Visit add(NewVisit visit) {
        return jdbc.sql("""
                        insert into counter.visit
                          (id, station, day, ticket, state, rank, queue_at, way, items, name_sealed, id_index,
                           phone_sealed, phone_index, booking, checked_in_at, request_key)
                        values (:id, :station, :day, :ticket, 'WAITING', :rank, :at, :way, :items::text[], :name,
                          :idIndex, :phone, :phoneIndex, :booking, :at, :key)
                        returning *
                        """)
                .param("id", visit.id())
                .param("station", visit.station())
                .param("day", visit.day())
                .param("ticket", visit.ticket())
                .param("rank", visit.rank())
                .param("at", visit.at().atOffset(ZoneOffset.UTC))
                .param("way", visit.way().name())
                .param("items", visit.items().toArray(String[]::new))
                .param("name", visit.nameSealed())
                .param("idIndex", visit.idIndex(), java.sql.Types.BINARY)
                .param("phone", visit.phoneSealed())
                .param("phoneIndex", visit.phoneIndex(), java.sql.Types.BINARY)
                .param("booking", visit.booking(), java.sql.Types.OTHER)
                .param("key", visit.requestKey())
                .query(VisitRows::visit)
                .single();
    }

    /** The next number of a station's series today. */
    int nextTicket(String station, LocalDate day, String series) {
        return jdbc.sql("""
                        insert into counter.ticket_series (station, day, series, last) values (:station, :day, :series, 1)
                        on conflict (station, day, series) do update set last = counter.ticket_series.last + 1
                        returning last
                        """)
                .param("station", station)
                .param("day", day)
                .param("series", series)
                .query(Integer.class)
                .single();
    }

    Optional<Visit> find(UUID id) {
        return jdbc.sql("select * from counter.visit where id = :id")
                .param("id", id)
                .query(VisitRows::visit)
                .optional();
    }

    Optional<Visit> byRequestKey(String key) {
        return jdbc.sql("select * from counter.visit where request_key = :key")
                .param("key", key)
                .query(VisitRows::visit)
                .optional();
    }

    Optional<Visit> servedBy(UUID posting) {
        return jdbc.sql("select * from counter.visit where posting = :posting and state in ('CALLED', 'SERVING')")
                .param("posting", posting)
                .query(VisitRows::visit)
                .optional();
    }

    /** A live visit of the same person, named by the index under every key, at whatever station. */
    Optional<Visit> live(List<byte[]> idIndexes, List<byte[]> phoneIndexes, LocalDate day) {
        if (idIndexes.isEmpty() && phoneIndexes.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select * from counter.visit
                        where state in ('WAITING', 'CALLED', 'SERVING') and id_index in (:ids) and day = :day
                        union all
                        select * from counter.visit
                        where state in ('WAITING', 'CALLED', 'SERVING') and phone_index in (:phones) and day = :day
                        limit 1
                        """)
                .param("ids", idIndexes.isEmpty() ? NOBODY : idIndexes)
                .param("phones", phoneIndexes.isEmpty() ? NOBODY : phoneIndexes)
                .param("day", day)
                .query(VisitRows::visit)
                .optional();
    }

    /** Calls again somebody who is still walking. */
    Optional<Visit> callAgain(UUID id, int revision, String key) {
        return change(id, revision, key, "calls = calls + 1", "'CALLED'", Instant.EPOCH);
    }

    Optional<Visit> arrive(UUID id, int revision, String key, Instant at) {
        return change(id, revision, key, "state = 'SERVING', arrived_at = :at", "'CALLED'", at);
    }

    /** The first time the ticket may come back; the second time it is over. */
    Optional<Visit> miss(UUID id, int revision, String key, Instant at) {
        return change(id, revision, key, """
                state = case when missed = 0 then 'MISSED' else 'EXPIRED' end, missed = missed + 1, posting = null,
                window_number = null, clerk = null, called_at = null
                """, "'CALLED'", at);
    }

    /** Back into the queue at the old place. */
    Optional<Visit> takeBack(UUID id, int revision, String key) {
        return change(id, revision, key, "state = 'WAITING'", "'MISSED'", Instant.EPOCH);
    }

    Optional<Visit> leave(UUID id, int revision, String key, Instant at) {
        return change(id, revision, key, "state = 'LEFT', finished_at = :at", "'WAITING', 'MISSED'", at);
    }

    Optional<Visit> finish(UUID id, int revision, String key, Instant at) {
        return change(
                id,
                revision,
                key,
                "state = 'FINISHED', finished_at = :at, arrived_at = coalesce(arrived_at, :at)",
                "'CALLED', 'SERVING'",
                at);
    }

    /** To the front of the queue, for one window or for whichever is free. */
    Optional<Visit> handOn(UUID id, int revision, String key, @Nullable Integer window) {
        return jdbc.sql("""
                        update counter.visit set state = 'WAITING', rank = -1, only_window = :window, posting = null,
                          window_number = null, clerk = null, called_at = null, arrived_at = null,
                          revision = revision + 1, last_key = :key
                        where id = :id and revision = :revision and state in ('CALLED', 'SERVING')
                        returning *
                        """)
                .param("window", window)
                .param("id", id)
                .param("revision", revision)
                .param("key", key)
                .query(VisitRows::visit)
                .optional();
    }

    private Optional<Visit> change(UUID id, int revision, String key, String what, String from, Instant at) {
        return jdbc.sql("""
                        update counter.visit set %s, revision = revision + 1, last_key = :key
                        where id = :id and revision = :revision and state in (%s)
                          and cast(:at as timestamptz) is not null
                        returning *
                        """.formatted(what, from))
                .param("id", id)
                .param("revision", revision)
                .param("key", key)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(VisitRows::visit)
                .optional();
    }

    /** Whose visit it is, and that the visitor stands at the window. */
    Visit hold(UUID id, String nameSealed, byte @Nullable [] idIndex, Instant at) {
        return jdbc.sql("""
                        update counter.visit set name_sealed = :name, id_index = coalesce(:idIndex, id_index),
                          state = 'SERVING', arrived_at = coalesce(arrived_at, :at),
                          revision = revision + case when state = 'CALLED' then 1 else 0 end
                        where id = :id
                        returning *
                        """)
                .param("name", nameSealed)
                .param("idIndex", idIndex, java.sql.Types.BINARY)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .query(VisitRows::visit)
                .single();
    }

    /** Windows that close let go of those who were handed on to them. */
    void releaseFrom(String station, int window) {
        jdbc.sql("""
                        update counter.visit set only_window = null
                        where station = :station and only_window = :window and state = 'WAITING'
                        """).param("station", station).param("window", window).update();
    }

    /** Tickets of days that are over; from then on nobody is looked up in the queue by card or phone. */
    int expireBefore(LocalDate day) {
        jdbc.sql("""
                        update counter.visit set id_index = null, phone_index = null
                        where day < :day and (id_index is not null or phone_index is not null)
                        """).param("day", day).update();
        return jdbc.sql("""
                        update counter.visit set state = 'EXPIRED', revision = revision + 1
                        where state in ('WAITING', 'MISSED') and day < :day
                        """).param("day", day).update();
    }

    static Visit visit(ResultSet row, int number) throws SQLException {
        return new Visit(
                row.getObject("id", UUID.class),
                row.getString("station"),
                row.getObject("day", LocalDate.class),
                row.getString("ticket"),
                VisitState.valueOf(row.getString("state")),
                row.getInt("rank"),
                row.getObject("only_window", Integer.class),
                Way.valueOf(row.getString("way")),
                texts(row, "items"),
                row.getString("name_sealed"),
                row.getBytes("id_index"),
                row.getObject("window_number", Integer.class),
                row.getObject("posting", UUID.class),
                row.getString("clerk"),
                row.getObject("checked_in_at", OffsetDateTime.class).toInstant(),
                instant(row, "called_at"),
                instant(row, "arrived_at"),
                instant(row, "finished_at"),
                row.getInt("calls"),
                row.getInt("missed"),
                row.getInt("revision"),
                row.getString("last_key"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
