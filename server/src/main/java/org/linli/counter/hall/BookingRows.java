package org.linli.counter.hall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bookings and the half hours they fill. */
@Repository
class BookingRows {

    static final String NAME = "counter.booking.name";
    static final String PHONE = "counter.booking.phone";

    private final JdbcClient jdbc;

    BookingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Booking(
            UUID id,
            String code,
            String station,
            LocalDate day,
            LocalTime starts,
            List<String> items,
            String nameSealed,
            String phoneSealed,
            byte[] phoneIndex,
            String state) {}

    record Slot(LocalTime starts, int capacity, int taken) {}

    List<Slot> slots(String station, LocalDate day) {
        return jdbc.sql("""
                        select starts, capacity, taken from counter.booking_slot
                        where station = :station and day = :day order by starts
                        """)
                .param("station", station)
                .param("day", day)
                .query(Slot.class)
                .list();
    }

    /** False when the half hour is full. */
    boolean take(String station, LocalDate day, LocalTime starts, int capacity) {
        return jdbc.sql("""
                        insert into counter.booking_slot (station, day, starts, capacity, taken)
                        values (:station, :day, :starts, :capacity, 1)
                        on conflict (station, day, starts) do update set taken = counter.booking_slot.taken + 1
                        where counter.booking_slot.taken < counter.booking_slot.capacity
                        """)
                        .param("station", station)
                        .param("day", day)
                        .param("starts", starts)
                        .param("capacity", capacity)
                        .update()
                == 1;
    }

    void giveBack(Booking booking) {
        jdbc.sql("""
                        update counter.booking_slot set taken = taken - 1
                        where station = :station and day = :day and starts = :starts
                        """)
                .param("station", booking.station())
                .param("day", booking.day())
                .param("starts", booking.starts())
                .update();
    }

    /**
     * Whether a phone number, named by its index under every key, has a live booking on that day. Whoever asks for the same
     * number at the same moment waits: the unique index sees only bookings under one key.
     */
    boolean hasLive(List<byte[]> phone, LocalDate day) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(encode(:oldest, 'hex'), 0))")
                .param("oldest", phone.getLast())
                .query(row -> {});
        return jdbc.sql("""
                        select exists (select from counter.booking
                                        where phone_index in (:phone) and day = :day and state = 'BOOKED')
                        """)
                .param("phone", phone)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** False when the phone number has a live booking on that day. */
    boolean add(Booking booking, Instant at, String key) {
        return jdbc.sql("""
                        insert into counter.booking
                          (id, code, station, day, starts, items, name_sealed, phone_sealed, phone_index, state,
                           made_at, request_key)
                        values (:id, :code, :station, :day, :starts, :items::text[], :name, :phone, :phoneIndex,
                          'BOOKED', :at, :key)
                        on conflict (phone_index, day) where state = 'BOOKED' do nothing
                        """)
                        .param("id", booking.id())
                        .param("code", booking.code())
                        .param("station", booking.station())
                        .param("day", booking.day())
                        .param("starts", booking.starts())
                        .param("items", booking.items().toArray(String[]::new))
                        .param("name", booking.nameSealed())
                        .param("phone", booking.phoneSealed())
                        .param("phoneIndex", booking.phoneIndex())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("key", key)
                        .update()
                == 1;
    }

    Optional<Booking> byCode(String code) {
        return jdbc.sql("select * from counter.booking where code = :code")
                .param("code", code.toUpperCase(java.util.Locale.ROOT))
                .query(BookingRows::booking)
                .optional();
    }

    Optional<Booking> byRequestKey(String key) {
        return jdbc.sql("select * from counter.booking where request_key = :key")
                .param("key", key)
                .query(BookingRows::booking)
                .optional();
    }

    boolean arrive(UUID id) {
        return move(id, "ARRIVED");
    }

    boolean cancel(UUID id) {
        return move(id, "CANCELLED");
    }

    private boolean move(UUID id, String state) {
        return jdbc.sql("update counter.booking set state = :state where id = :id and state = 'BOOKED'")
                        .param("state", state)
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Booking booking(ResultSet row, int number) throws SQLException {
        return new Booking(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("station"),
                row.getObject("day", LocalDate.class),
                row.getObject("starts", LocalTime.class),
                VisitRows.texts(row, "items"),
                row.getString("name_sealed"),
                row.getString("phone_sealed"),
                row.getBytes("phone_index"),
                row.getString("state"));
    }
}
