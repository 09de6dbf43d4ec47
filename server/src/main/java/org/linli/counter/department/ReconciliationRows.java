package org.linli.counter.department;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.counter.department.DepartmentLine.Held;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of reconciliations. */
@Component
class ReconciliationRows {

    private final JdbcClient jdbc;

    ReconciliationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An application as we have it. */
    record Ours(String key, String state, String caseNumber) {}

    /** What the two sides disagree on. */
    enum DifferenceKind {
        MISSING_THERE,
        MISSING_HERE,
        DIFFERING
    }

    /** One disagreement. */
    record Difference(
            String key,
            DifferenceKind kind,
            @Nullable String ours,
            @Nullable String theirs,
            @Nullable String caseNumber) {

        static Difference missingThere(Ours own) {
            return new Difference(own.key(), DifferenceKind.MISSING_THERE, own.state(), null, own.caseNumber());
        }

        static Difference missingHere(Held other) {
            return new Difference(other.key(), DifferenceKind.MISSING_HERE, null, other.state(), null);
        }

        static Difference differing(Ours own, Held other) {
            return new Difference(own.key(), DifferenceKind.DIFFERING, own.state(), other.state(), own.caseNumber());
        }
    }

    /** One comparison. */
    record Comparison(String line, LocalDate day, Instant madeAt, int ours, int theirs, List<Difference> differences) {}

    List<Ours> sentOn(String line, LocalDate day, ZoneId zone) {
        return jdbc.sql("""
                        select key, state, case_number from counter.department_application
                        where line = :line and sent_at >= :from and sent_at < :to order by key""")
                .param("line", line)
                .param("from", Timestamp.from(day.atStartOfDay(zone).toInstant()))
                .param("to", Timestamp.from(day.plusDays(1).atStartOfDay(zone).toInstant()))
                .query(Ours.class)
                .list();
    }

    Optional<Ours> find(String line, String key) {
        return jdbc.sql("""
                        select key, state, case_number from counter.department_application
                        where line = :line and key = :key""")
                .param("line", line)
                .param("key", key)
                .query(Ours.class)
                .optional();
    }

    void keep(String line, LocalDate day, Instant at, int ours, int theirs, List<Difference> differences) {
        jdbc.sql("delete from counter.department_difference where line = :line and day = :day")
                .param("line", line)
                .param("day", day)
                .update();
        jdbc.sql("""
                insert into counter.department_reconciliation (line, day, made_at, ours, theirs)
                values (:line, :day, :at, :ours, :theirs)
                on conflict (line, day) do update set made_at = :at, ours = :ours, theirs = :theirs""")
                .param("line", line)
                .param("day", day)
                .param("at", Timestamp.from(at))
                .param("ours", ours)
                .param("theirs", theirs)
                .update();
        differences.forEach(difference -> add(line, day, difference));
    }

    private void add(String line, LocalDate day, Difference difference) {
        jdbc.sql("""
                insert into counter.department_difference (line, day, key, kind, ours, theirs, case_number)
                values (:line, :day, :key, :kind, :ours, :theirs, :number)""")
                .param("line", line)
                .param("day", day)
                .param("key", difference.key())
                .param("kind", difference.kind().name())
                .param("ours", difference.ours())
                .param("theirs", difference.theirs())
                .param("number", difference.caseNumber())
                .update();
    }

    Optional<Comparison> comparison(String line, LocalDate day) {
        var differences = jdbc.sql("""
                        select key, kind, ours, theirs, case_number from counter.department_difference
                        where line = :line and day = :day order by kind, key""")
                .param("line", line)
                .param("day", day)
                .query(Difference.class)
                .list();
        return jdbc.sql("""
                        select made_at, ours, theirs from counter.department_reconciliation
                        where line = :line and day = :day""")
                .param("line", line)
                .param("day", day)
                .query((row, number) -> new Comparison(
                        line,
                        day,
                        row.getTimestamp("made_at").toInstant(),
                        row.getInt("ours"),
                        row.getInt("theirs"),
                        differences))
                .optional();
    }
}
