package org.linli.counter.hall;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The hall's figures, and the rows behind each of them. */
@Repository
class FiguresQueries {

    private static final int QUARTER_SECONDS = 900;
    private static final int PAGE = 50;

    private final JdbcClient jdbc;

    FiguresQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is counted: a span of time, the divisions the reader may see, and narrower choices. */
    record Choice(
            Instant from,
            Instant until,
            String area,
            @Nullable String station,
            @Nullable String item,
            @Nullable Integer window) {}

    /** How long things took, from the call to done (一刻钟). */
    record Quarter(String key, long errands, long within, double medianMinutes, double p90Minutes) {}

    /** Waiting, walking and handling apart, in minutes. */
    record Times(
            String station,
            long visits,
            double waitMedian,
            double waitP90,
            double walkMedian,
            double walkP90,
            double handleMedian,
            double handleP90) {}

    /** What was done at stations that the district hall offers too, beside what was done at the hall. */
    record Relief(String key, long atStations, long atHall) {}

    record ErrandRow(
            UUID errand,
            String station,
            int windowNumber,
            String ticket,
            String itemCode,
            Instant beganAt,
            Instant finishedAt,
            int seconds,
            @Nullable UUID caseId) {}

    List<Quarter> quarterBy(String column, Choice choice) {
        var sql = """
                select %s as key, count(*) as errands, count(*) filter (where seconds <= :quarter) as within,
                  coalesce(percentile_cont(0.5) within group (order by seconds), 0) / 60 as median_minutes,
                  coalesce(percentile_cont(0.9) within group (order by seconds), 0) / 60 as p90_minutes
                from counter.visit_errand e join area.unit u on u.code = e.station
                where %s
                group by 1 order by errands desc
                """.formatted(column, where());
        return chosen(sql, choice)
                .param("quarter", QUARTER_SECONDS)
                .query(Quarter.class)
                .list();
    }

    List<Times> times(Choice choice) {
        return jdbc.sql("""
                        select station, count(*) as visits,
                          percentile_cont(0.5) within group (order by wait) / 60 as wait_median,
                          percentile_cont(0.9) within group (order by wait) / 60 as wait_p90,
                          percentile_cont(0.5) within group (order by walk) / 60 as walk_median,
                          percentile_cont(0.9) within group (order by walk) / 60 as walk_p90,
                          percentile_cont(0.5) within group (order by handle) / 60 as handle_median,
                          percentile_cont(0.9) within group (order by handle) / 60 as handle_p90
                        from (
                          select v.station, extract(epoch from called_at - checked_in_at) as wait,
                            extract(epoch from arrived_at - called_at) as walk,
                            extract(epoch from finished_at - arrived_at) as handle
                          from counter.visit v join area.unit u on u.code = v.station
                          where called_at >= :from and called_at < :until and finished_at is not null
                            and u.area like :area || '%' and (cast(:station as text) is null or v.station = :station)
                        ) taken
                        group by station order by station
                        """)
                .param("from", choice.from().atOffset(ZoneOffset.UTC))
                .param("until", choice.until().atOffset(ZoneOffset.UTC))
                .param("area", choice.area())
                .param("station", choice.station())
                .query(Times.class)
                .list();
    }

    List<Relief> reliefBy(String column, Choice choice) {
        var sql = """
                select %s as key, count(*) filter (where u.kind <> 'DISTRICT_HALL') as at_stations,
                  count(*) filter (where u.kind = 'DISTRICT_HALL') as at_hall
                from counter.visit_errand e join area.unit u on u.code = e.station
                where e.at_hall and %s
                group by 1 order by 2 desc, 1
                """.formatted(column, where());
        return chosen(sql, choice).query(Relief.class).list();
    }

    /** The rows behind a figure, newest first. */
    List<ErrandRow> rows(Choice choice, boolean onlyOver, boolean onlyRelief, @Nullable Instant before) {
        var sql = """
                select e.errand, e.station, e.window_number, v.ticket, e.item_code, e.began_at, e.finished_at,
                  e.seconds, e.case_id
                from counter.visit_errand e join area.unit u on u.code = e.station join counter.visit v on v.id = e.visit
                where %s and (not :onlyOver or e.seconds > :quarter)
                  and (not :onlyRelief or e.at_hall and u.kind <> 'DISTRICT_HALL')
                  and e.finished_at < :before
                order by e.finished_at desc limit :limit
                """.formatted(where());
        return chosen(sql, choice)
                .param("onlyOver", onlyOver)
                .param("onlyRelief", onlyRelief)
                .param("quarter", QUARTER_SECONDS)
                .param("before", (before == null ? choice.until() : before).atOffset(ZoneOffset.UTC))
                .param("limit", PAGE)
                .query(ErrandRow.class)
                .list();
    }

    private static String where() {
        return """
                e.finished_at >= :from and e.finished_at < :until and u.area like :area || '%'
                  and (cast(:station as text) is null or e.station = :station)
                  and (cast(:item as text) is null or e.item_code = :item)
                  and (cast(:window as int) is null or e.window_number = :window)
                """;
    }

    private JdbcClient.StatementSpec chosen(String sql, Choice choice) {
        return jdbc.sql(sql)
                .param("from", choice.from().atOffset(ZoneOffset.UTC))
                .param("until", choice.until().atOffset(ZoneOffset.UTC))
                .param("area", choice.area())
                .param("station", choice.station())
                .param("item", choice.item())
                .param("window", choice.window());
    }
}
