package org.linli.casework.clock;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of imported years and changed days. */
@Repository
class CalendarRows {

    private final JdbcClient jdbc;

    CalendarRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(UUID id, LocalDate day, boolean worked, String name, String why, Instant at, String by) {}

    List<Row> inForce() {
        return jdbc.sql("""
                        select id, day, worked, name, why, entered_at, entered_by_name
                        from casework.calendar_day where voided_at is null order by day
                        """)
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("day", LocalDate.class),
                        row.getBoolean("worked"),
                        row.getString("name"),
                        row.getString("why"),
                        row.getTimestamp("entered_at").toInstant(),
                        row.getString("entered_by_name")))
                .list();
    }

    List<Integer> years() {
        return jdbc.sql("select year from casework.calendar_year order by year")
                .query(Integer.class)
                .list();
    }

    /** Grows with every change. */
    String mark() {
        return jdbc.sql("""
                        select (select count(*) from casework.calendar_day) || '/'
                            || (select count(*) from casework.calendar_day where voided_at is not null) || '/'
                            || (select count(*) from casework.calendar_year)
                        """).query(String.class).single();
    }

    void add(DayEntry entry, String why, Acting by, Instant at) {
        jdbc.sql("""
                        insert into casework.calendar_day
                            (id, day, worked, name, why, entered_at, entered_by, entered_by_name)
                        values (:id, :day, :worked, :name, :why, :at, :posting, :by)
                        """)
                .param("id", Ids.next())
                .param("day", entry.day())
                .param("worked", entry.worked())
                .param("name", entry.name())
                .param("why", why)
                .param("at", Timestamp.from(at))
                .param("posting", by.posting().value())
                .param("by", by.name())
                .update();
    }

    /** Takes back what stands for a day; 0 when nothing does. */
    int voidDay(LocalDate day, Acting by, Instant at) {
        return jdbc.sql("""
                        update casework.calendar_day
                        set voided_at = :at, voided_by = :posting, voided_by_name = :by
                        where day = :day and voided_at is null
                        """)
                .param("day", day)
                .param("at", Timestamp.from(at))
                .param("posting", by.posting().value())
                .param("by", by.name())
                .update();
    }

    void addYear(int year, String source, Acting by, Instant at) {
        jdbc.sql("""
                        insert into casework.calendar_year (year, source, entered_at, entered_by, entered_by_name)
                        values (:year, :source, :at, :posting, :by) on conflict do nothing
                        """)
                .param("year", year)
                .param("source", source)
                .param("at", Timestamp.from(at))
                .param("posting", by.posting().value())
                .param("by", by.name())
                .update();
    }
}
