package org.linli.wearables.alarm;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.linli.shared.DivisionCode;
import org.linli.wearables.AlarmKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Alarms about devices themselves. */
@Repository
class HealthRows {

    private final JdbcClient jdbc;

    HealthRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Devices that somebody wears and that were last heard before then. One whose alarm is open, or that was told of since
     * it was last heard, is not told of again.
     */
    List<Raise> silent(Instant before, Instant now, int most) {
        return jdbc.sql("""
                select d.id, d.division from wearables.device d join wearables.state s on s.device_id = d.id
                 where s.seen_at < :before and d.wearer is not null and d.retired_at is null
                   and not exists (select from wearables.alarm a
                                    where a.device_id = d.id and a.kind = 'SILENT'
                                      and (a.closed_at is null or a.raised_at > s.seen_at))
                 limit :most""")
                .param("before", Timestamp.from(before))
                .param("most", most)
                .query((row, n) ->
                        Raise.of(row.getInt("id"), AlarmKind.SILENT, DivisionCode.of(row.getString("division")), now))
                .list();
    }

    /** Those that nobody looks after and whose device was heard again. */
    int passHeardAgain(Instant now) {
        return pass("a.kind = 'SILENT' and s.seen_at > a.raised_at", now);
    }

    int passCharged(int percent, Instant now) {
        return pass("a.kind = 'LOW_BATTERY' and s.battery >= " + percent, now);
    }

    private int pass(String when, Instant now) {
        return jdbc.sql("""
                update wearables.alarm set closed_at = :now, outcome = 'PASSED'
                 where id in (
                   select a.id from wearables.alarm a join wearables.state s on s.device_id = a.device_id
                    where a.closed_at is null and a.claimed_at is null and %s
                      for no key update of a skip locked)""".formatted(when)).param("now", Timestamp.from(now)).update();
    }
}
