package org.linli.wearables.alarm;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the alarms of an area stand. */
@Component
class AlarmQueries {

    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /**
     * How they stand; whatever is done about an open alarm changes it.
     *
     * @param open how many are open
     * @param unclaimed how many of the red ones nobody looks after, for which a desk rings
     * @param calls how often the open ones were raised
     * @param acts how much was done about the open ones
     * @param latest when an open one was last raised, or last said where
     */
    record Standing(int open, int unclaimed, int calls, int acts, Optional<Instant> latest) {}

    private final JdbcClient jdbc;

    AlarmQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Standing standing(DivisionCode area) {
        return jdbc.sql("""
                select count(*) as open, count(*) filter (where claimed_at is null and level = 'RED') as unclaimed,
                       coalesce(sum(times), 0) as calls, max(greatest(last_at, fix_at)) as latest,
                       coalesce(sum((select count(*) from wearables.alarm_act x where x.alarm_id = a.id)), 0) as acts
                  from wearables.alarm a
                 where division >= :from and division < :to and closed_at is null""")
                .param("from", area.value())
                .param("to", area.value() + LAST)
                .query((row, n) -> new Standing(
                        row.getInt("open"),
                        row.getInt("unclaimed"),
                        row.getInt("calls"),
                        row.getInt("acts"),
                        Optional.ofNullable(row.getTimestamp("latest")).map(Timestamp::toInstant)))
                .single();
    }
}
