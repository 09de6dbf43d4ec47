package org.linli.counter.hall;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waiting estimates are made of; reads only the live queue, never history. */
@Repository
class WaitingQueries {

    private static final double EARTH_METRES = 6_371_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Load(
            String station,
            int waiting,
            int openWindows,
            @Nullable Double handlingSeconds) {}

    /** Middle of the sub-district a station lies in. */
    record Place(double lon, double lat) {

        double metresTo(Place other) {
            var middle = Math.toRadians((lat + other.lat) / 2);
            var east = Math.toRadians(other.lon - lon) * Math.cos(middle);
            var north = Math.toRadians(other.lat - lat);
            return Math.hypot(east, north) * EARTH_METRES;
        }
    }

    Load load(String station) {
        return jdbc.sql("""
                        select cast(:station as text) as station,
                          (select count(*) from counter.visit
                            where station = :station and day = :day and state = 'WAITING') as waiting,
                          (select count(*) from counter.service_window
                            where station = :station and state = 'OPEN') as open_windows,
                          (select handling_seconds from counter.station_pace where station = :station)
                            as handling_seconds
                        """)
                .param("station", station)
                .param("day", LocalDate.now(clock))
                .query(Load.class)
                .single();
    }

    /** Every station with a window open. */
    List<Load> loads() {
        return jdbc.sql("""
                        select w.station, w.open_windows, coalesce(v.waiting, 0) as waiting, p.handling_seconds
                        from (select station, count(*) as open_windows from counter.service_window
                              where state = 'OPEN' group by station) w
                        left join (select station, count(*) as waiting from counter.visit
                              where day = :day and state = 'WAITING' group by station) v on v.station = w.station
                        left join counter.station_pace p on p.station = w.station
                        """)
                .param("day", LocalDate.now(clock))
                .query(Load.class)
                .list();
    }

    Optional<Place> place(String station) {
        return jdbc.sql("""
                        select d.centre_lon as lon, d.centre_lat as lat
                        from area.unit u join area.division d on d.code = u.area
                        where u.code = :station and d.centre_lon is not null
                        """).param("station", station).query(Place.class).optional();
    }
}
