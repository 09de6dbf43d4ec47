package org.linli.eldercare.call;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the calls of an area stand, and how its desk did. */
@Component
class CallQueries {

    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /** GB/T 33358 leaves the figure to contracts; hotlines are measured by calls answered within so many seconds. */
    private static final int SOON = 20;

    /**
     * How they stand; whatever happens to an open call, or is done about it, changes it.
     *
     * @param open how many nobody has closed
     * @param ringing how many nobody has answered or claimed yet, for which a desk rings
     * @param acts how much was done about the open ones
     * @param latest when something was last said of an open one
     */
    record Standing(int open, int ringing, int acts, Optional<Instant> latest) {}

    /**
     * How the desk did from one moment to another.
     *
     * @param offered calls that are over; the three after it are parts of it
     * @param answered by somebody
     * @param soon answered within 20 seconds
     * @param missed by everybody
     * @param returned missed ones whose caller was reached after all
     * @param closed answered ones whose outcome is known
     * @param atOnce those of them that needed nobody else (一次解决)
     */
    record Figures(long offered, long answered, long soon, long missed, long returned, long closed, long atOnce) {}

    private final JdbcClient jdbc;

    CallQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Standing standing(DivisionCode area) {
        return jdbc.sql("""
                select count(*) as open,
                       count(*) filter (where c.state in ('RINGING', 'QUEUED') and c.claimed_at is null) as ringing,
                       coalesce(sum((select count(*) from eldercare.call_act x where x.call_id = c.id)), 0) as acts,
                       max(c.heard_at) as latest
                  from eldercare.call c
                 where c.division >= :from and c.division < :to and c.closed_at is null""")
                .param("from", area.value())
                .param("to", area.value() + LAST)
                .query((row, n) -> new Standing(
                        row.getInt("open"),
                        row.getInt("ringing"),
                        row.getInt("acts"),
                        Optional.ofNullable(row.getTimestamp("latest")).map(Timestamp::toInstant)))
                .single();
    }

    Figures figures(DivisionCode area, Instant from, Instant to) {
        return jdbc.sql("""
                select count(*) as offered,
                       count(answered_at) as answered,
                       count(*) filter (where answered_at <= started_at + make_interval(secs => :soon)) as soon,
                       count(*) filter (where state = 'MISSED') as missed,
                       count(*) filter (where state = 'MISSED' and outcome in ('CALLED_BACK', 'CAME_AGAIN')) as returned,
                       count(*) filter (where state = 'ENDED' and outcome <> 'UNNOTED') as closed,
                       count(*) filter (where state = 'ENDED' and outcome = 'ANSWERED') as at_once
                  from eldercare.call
                 where started_at >= :begin and started_at < :end and division >= :from and division < :to
                   and state in ('ENDED', 'MISSED')""")
                .param("soon", SOON)
                .param("begin", Timestamp.from(from))
                .param("end", Timestamp.from(to))
                .param("from", area.value())
                .param("to", area.value() + LAST)
                .query((row, n) -> new Figures(
                        row.getLong("offered"),
                        row.getLong("answered"),
                        row.getLong("soon"),
                        row.getLong("missed"),
                        row.getLong("returned"),
                        row.getLong("closed"),
                        row.getLong("at_once")))
                .single();
    }
}
