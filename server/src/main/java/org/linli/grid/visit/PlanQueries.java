package org.linli.grid.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.shared.DivisionCode;
import org.linli.shared.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists and figures of plans. One condition makes a figure and its rows, so that they cannot differ. */
@Component
class PlanQueries {

    private final JdbcClient jdbc;

    PlanQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which plans. */
    enum Which {
        DUE("state = 'DUE'"),
        OVERDUE("state = 'DUE' and due_on < :today"),
        DONE("state = 'DONE'"),
        SKIPPED("state = 'SKIPPED'"),
        /** Somebody came and met nobody. */
        NOT_MET("state = 'DUE' and attempts > 0"),
        ALL("true");

        private final String condition;

        Which(String condition) {
            this.condition = condition;
        }
    }

    /** What is due and done in one part of an area by one template. */
    record Share(
            DivisionCode place,
            String template,
            int planned,
            int done,
            int due,
            int overdue,
            int notMet,
            int skipped) {}

    /** Those whose day lies in a span, by part of the area: its communities, its cells, and so on. */
    List<Share> shares(DivisionCode area, int digits, LocalDate from, LocalDate until, LocalDate today) {
        return jdbc.sql("""
                select left(cell, :digits) as place, template,
                       count(*) filter (where state <> 'SKIPPED') as planned,
                       count(*) filter (where state = 'DONE') as done,
                       count(*) filter (where state = 'DUE') as due,
                       count(*) filter (where %s) as overdue,
                       count(*) filter (where %s) as not_met,
                       count(*) filter (where state = 'SKIPPED') as skipped
                from grid.plan
                where cell >= :area and cell < :end and due_on between :from and :until
                group by 1, 2 order by 1, 2
                """.formatted(Which.OVERDUE.condition, Which.NOT_MET.condition))
                .param("digits", digits)
                .param("area", area.value())
                .param("end", area.value() + ":")
                .param("from", from)
                .param("until", until)
                .param("today", today)
                .query((row, n) -> new Share(
                        DivisionCode.of(row.getString("place")),
                        row.getString("template"),
                        row.getInt("planned"),
                        row.getInt("done"),
                        row.getInt("due"),
                        row.getInt("overdue"),
                        row.getInt("not_met"),
                        row.getInt("skipped")))
                .list();
    }

    /** Of what was due in some cells, and how many visits one account made. */
    OwnVisits.Figures own(UUID account, List<String> cells, LocalDate from, LocalDate until, LocalDate today) {
        return jdbc.sql("""
                select count(*) filter (where state <> 'SKIPPED') as planned,
                       count(*) filter (where state = 'DONE') as done,
                       count(*) filter (where %s) as overdue,
                       (select count(*) from grid.visit v
                        where v.account_id = :account and v.done_at >= :from and v.done_at < :until + 1) as made
                from grid.plan
                where cell = any (:cells) and due_on between :from and :until
                """.formatted(Which.OVERDUE.condition))
                .param("account", account)
                .param("cells", cells.toArray(String[]::new))
                .param("from", from)
                .param("until", until)
                .param("today", today)
                .query((row, n) -> new OwnVisits.Figures(
                        row.getInt("planned"), row.getInt("done"), row.getInt("overdue"), row.getInt("made")))
                .single();
    }

    /** In the order of the day they are due; {@code after} is where the page before ended. */
    Page<Plan> page(
            DivisionCode area,
            Which which,
            @Nullable String template,
            LocalDate from,
            LocalDate until,
            LocalDate today,
            @Nullable String after,
            int limit) {
        var place = place(after);
        var found = jdbc.sql(PlanRows.SELECT + " where " + which.condition + """
                         and cell >= :area and cell < :end and due_on between :from and :until
                         and (cast(:template as text) is null or template = :template)
                         and (due_on, id) > (:day, :id)
                        order by due_on, id limit :limit
                        """)
                .param("area", area.value())
                .param("end", area.value() + ":")
                .param("template", template)
                .param("from", from)
                .param("until", until)
                .param("today", today)
                .param("day", place.day())
                .param("id", place.id())
                .param("limit", limit + 1)
                .query((row, n) -> PlanRows.plan(row))
                .list();
        return found.size() <= limit
                ? new Page<>(found, Optional.empty())
                : new Page<>(
                        found.subList(0, limit),
                        Optional.of(found.get(limit - 1).dueOn() + "_"
                                + found.get(limit - 1).id()));
    }

    private record Place(LocalDate day, UUID id) {}

    /** What cannot be read begins at the beginning. */
    private static Place place(@Nullable String after) {
        try {
            var parts = String.valueOf(after).split("_", 2);
            return new Place(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException malformed) {
            return new Place(LocalDate.of(1, 1, 1), new UUID(0, 0));
        }
    }
}
