package org.linli.casework.worklist;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.casework.worklist.WorkQueries.Item;
import org.linli.shared.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Figures of units and the cases behind them. How many cases are open is kept as they come and go; what is late or soon late
 * is counted in an index over just those, so that the board does not grow with what lies quietly in time.
 */
@Component
class SupervisionQueries {

    private final JdbcClient jdbc;

    SupervisionQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What can be counted of a unit, each with the cases it counts. */
    enum Figure {
        OPEN,
        OVERDUE,
        SOON,
        SUPERVISED,
        ENDED,
        ENDED_LATE
    }

    /** Which cases, of one unit or of all, and where the page before ended. */
    record Question(
            Figure figure,
            @Nullable String unit,
            @Nullable String procedure,
            @Nullable String state,
            @Nullable String after,
            int limit) {}

    /** What a unit has on its desk, and how it did in a month. */
    record UnitFigures(
            String unit,
            int open,
            int overdue,
            int soon,
            int supervised,
            int ended,
            int endedLate,
            @Nullable Double rating) {}

    static final String FIGURES = """
            with counted as (
              select unit, sum(open) as open
              from (select unit, area, open from casework.unit_open
                    union all select unit, area, change from casework.unit_open_change) as kept
              where area >= :area and area < :areaEnd group by unit having sum(open) > 0),
            late as (
              select unit, count(*) as overdue from casework.case_file
              where ended_at is null and due < :now and area >= :area and area < :areaEnd group by unit),
            near as (
              select unit, count(*) as soon from casework.case_file
              where ended_at is null and yellow_at < 'infinity' and yellow_at <= :now and due >= :now and due < 'infinity'
                and area >= :area and area < :areaEnd group by unit),
            watched as (
              select unit, count(*) as supervised from casework.case_file
              where ended_at is null and supervision is not null and area >= :area and area < :areaEnd
              group by unit),
            done as (
              select unit, count(*) as ended, count(*) filter (where ended_late) as late
              from casework.case_file
              where ended_at >= :since and area >= :area and area < :areaEnd group by unit),
            rated as (
              select unit, avg(grade) as grade from casework.case_rating where at >= :since
              group by unit having count(*) >= 5)
            select unit, coalesce(open, 0) as open, coalesce(overdue, 0) as overdue, coalesce(soon, 0) as soon,
                   coalesce(supervised, 0) as supervised, coalesce(ended, 0) as ended, coalesce(late, 0) as late, grade
            from counted full join done using (unit)
            left join late using (unit) left join near using (unit)
            left join watched using (unit) left join rated using (unit)
            order by overdue desc, open desc, unit
            """;

    List<UnitFigures> figures(Acting by, Instant now, Instant since) {
        return WorkQueries.bind(jdbc.sql(FIGURES), by, now)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new UnitFigures(
                        row.getString("unit"),
                        row.getInt("open"),
                        row.getInt("overdue"),
                        row.getInt("soon"),
                        row.getInt("supervised"),
                        row.getInt("ended"),
                        row.getInt("late"),
                        row.getObject("grade") == null ? null : row.getDouble("grade")))
                .list();
    }

    /** Open cases in the order of their due dates, ended ones newest first. */
    Page<Item> cases(Acting by, Question question, Instant now, Instant since) {
        var isOver = isOver(question.figure());
        var after = After.read(question.after(), isOver ? After.LATER_THAN_ALL : After.BEFORE_ALL);
        var items = WorkQueries.bind(jdbc.sql(sql(by, question)), by, now)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("afterMoment", after.moment())
                .param("afterId", after.id())
                .param("of", question.unit())
                .param("procedure", question.procedure())
                .param("state", question.state())
                .param("limit", question.limit() + 1)
                .query((row, n) -> WorkQueries.item(row))
                .list();
        return After.page(items, question.limit(), isOver ? After::ended : After::due);
    }

    static String sql(Acting by, Question question) {
        var narrowed = (question.unit() == null ? "" : " and unit = :of")
                + (question.procedure() == null ? "" : " and procedure = :procedure")
                + (question.state() == null ? "" : " and state = :state");
        return isOver(question.figure())
                ? WorkQueries.COLUMNS
                        + " where ended_at >= :since and (ended_at, id) < (:afterMoment, :afterId)"
                        + " and area >= :area and area < :areaEnd"
                        + which(question.figure())
                        + narrowed
                        + " order by ended_at desc, id desc limit :limit"
                : WorkQueries.COLUMNS
                        + " where ended_at is null and (due, id) > (:afterMoment, :afterId) and "
                        + WorkQueries.area(by)
                        + which(question.figure())
                        + narrowed
                        + " order by due, id limit :limit";
    }

    private static boolean isOver(Figure figure) {
        return figure == Figure.ENDED || figure == Figure.ENDED_LATE;
    }

    private static String which(Figure figure) {
        return switch (figure) {
            case OPEN, ENDED -> "";
            case OVERDUE -> " and due < :now";
            case SOON -> " and due >= :now and due < 'infinity' and yellow_at <= :now";
            case SUPERVISED -> " and supervision is not null";
            case ENDED_LATE -> " and ended_late";
        };
    }
}
