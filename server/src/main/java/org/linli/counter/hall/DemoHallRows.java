package org.linli.counter.hall;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Invented visits of past weeks, so that the figures of a demo have something to say. They are written as rows because
 * the services only know today; names and numbers are left out altogether.
 */
@Repository
class DemoHallRows {

    private final JdbcClient jdbc;

    DemoHallRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is invented for one hall: how many a day, on which days, at how many windows, for which items. */
    record Past(String station, int perDay, LocalDate from, LocalDate until, int windows, List<String> items) {}

    void visits(Past past) {
        jdbc.sql("""
                        insert into counter.visit
                          (id, station, day, ticket, state, rank, queue_at, way, items, window_number, posting, clerk,
                           checked_in_at, called_at, arrived_at, finished_at, calls, revision, request_key)
                        select gen_random_uuid(), :station, day,
                          case when elder then 'P' else 'A' end
                            || lpad((row_number() over (partition by day, elder order by came))::text, 3, '0'),
                          'FINISHED', case when elder then 0 else 2 end, came, way,
                          array[(:items::text[])[1 + floor(cardinality(:items::text[]) * chance * chance)::int]],
                          1 + floor(random() * :windows)::int, md5(:station || day)::uuid, '演示窗口',
                          came, came + wait, came + wait + walk, came + wait + walk + handle, 1, 4,
                          'demo-' || :station || '-' || day || '-' || number
                        from (
                          select day::date as day, number, random() < 0.2 as elder, random() as chance,
                            day + interval '9 hours' + random() * interval '7 hours' as came,
                            (array['CARD', 'CARD', 'PHONE', 'NAME'])[1 + floor(random() * 4)::int] as way,
                            make_interval(secs => 40 + 900 * random() * random()) as wait,
                            make_interval(secs => 15 + 50 * random()) as walk,
                            make_interval(secs => 200 - 230 * ln(1 - random() * 0.995)) as handle
                          from generate_series(:from::timestamp, :until::timestamp, interval '1 day') day,
                            generate_series(1, :perDay) number
                          where extract(isodow from day) < 6
                        ) as invented (day, number, elder, chance, came_local, way, wait, walk, handle),
                          lateral (select came_local at time zone 'Asia/Shanghai' as came) as placed
                        """)
                .param("station", past.station())
                .param("items", past.items().toArray(String[]::new))
                .param("windows", past.windows())
                .param("from", past.from())
                .param("until", past.until())
                .param("perDay", past.perDay())
                .update();
    }

    void errands(String station, List<String> atHall) {
        jdbc.sql("""
                        insert into counter.visit_errand
                          (errand, visit, station, window_number, posting, item_code, item_version, at_hall, began_at,
                           finished_at, seconds)
                        select gen_random_uuid(), id, station, window_number, posting, items[1], 1,
                          items[1] = any(:atHall::text[]), called_at, finished_at,
                          extract(epoch from finished_at - called_at)::int
                        from counter.visit where station = :station and request_key like 'demo-%'
                        """)
                .param("station", station)
                .param("atHall", atHall.toArray(String[]::new))
                .update();
    }

    void pace(String station) {
        jdbc.sql("""
                        insert into counter.station_pace (station, handling_seconds)
                        select station, avg(seconds) from counter.visit_errand where station = :station group by station
                        on conflict (station) do nothing
                        """).param("station", station).update();
    }

    /** Lets somebody have come some minutes ago, at most since the day began. */
    void cameEarlier(UUID visit, int minutes) {
        jdbc.sql("""
                        update counter.visit set checked_in_at = checked_in_at - make_interval(mins => :minutes),
                          queue_at = queue_at - make_interval(mins => :minutes)
                        where id = :visit
                        """).param("minutes", minutes).param("visit", visit).update();
    }
}
