package org.linli.counter.department;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the lines are doing: a line that failed three times in a row is down, and is tried ever more rarely. */
@Component
class LineHealthRows {

    private static final int DOWN_AFTER = 3;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final JdbcClient jdbc;

    LineHealthRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean mayTry(String line, Instant now) {
        return jdbc.sql("""
                        select count(*) from counter.department_line_state
                        where line = :line and next_try_at > :now""")
                        .param("line", line)
                        .param("now", Timestamp.from(now))
                        .query(Integer.class)
                        .single()
                == 0;
    }

    void failed(String line, String error, Instant now) {
        var failures = jdbc.sql("""
                        insert into counter.department_line_state (line, failures, down_since, last_error)
                        values (:line, 1, :now, :error)
                        on conflict (line) do update
                        set failures = department_line_state.failures + 1, last_error = :error,
                            down_since = coalesce(department_line_state.down_since, :now)
                        returning failures""")
                .param("line", line)
                .param("error", error)
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
        if (failures >= DOWN_AFTER) {
            jdbc.sql("update counter.department_line_state set next_try_at = :next where line = :line")
                    .param("line", line)
                    .param("next", Timestamp.from(now.plus(wait(failures - DOWN_AFTER + 1))))
                    .update();
        }
    }

    /** Notes that the line works, and says whether it was out of order before. */
    boolean worked(String line, Instant now) {
        var recovered = jdbc.sql("""
                        update counter.department_line_state
                        set failures = 0, last_outage_from = down_since, last_outage_to = :now, down_since = null,
                            next_try_at = null
                        where line = :line and failures > 0""")
                        .param("line", line)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
        jdbc.sql("""
                insert into counter.department_line_state (line, last_success_at) values (:line, :now)
                on conflict (line) do update set last_success_at = :now""").param("line", line).param("now", Timestamp.from(now)).update();
        return recovered;
    }

    /** Two seconds, then twice as long each time, at most ten minutes. */
    static Duration wait(int failures) {
        var wait = Duration.ofSeconds(1L << Math.min(failures, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
