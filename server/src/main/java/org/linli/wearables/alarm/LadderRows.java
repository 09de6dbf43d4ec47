package org.linli.wearables.alarm;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.shared.DivisionCode;
import org.linli.wearables.AlarmKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where red alarms that nobody claims stand on their ladder. */
@Repository
class LadderRows {

    record Climbing(UUID id, String device, AlarmKind kind, DivisionCode division) {}

    private final JdbcClient jdbc;

    LadderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that were raised by then and stand on a rung; held, without those another process is at. */
    List<Climbing> due(int rung, Instant raised, int most) {
        return jdbc.sql("""
                select a.id, d.number, a.kind, a.division
                  from wearables.alarm a join wearables.device d on d.id = a.device_id
                 where a.closed_at is null and a.claimed_at is null and a.level = 'RED'
                   and a.raised_at <= :raised and a.rung = :rung
                 order by a.raised_at limit :most for no key update of a skip locked""")
                .param("rung", rung)
                .param("raised", Timestamp.from(raised))
                .param("most", most)
                .query((row, n) -> new Climbing(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        AlarmKind.valueOf(row.getString("kind")),
                        DivisionCode.of(row.getString("division"))))
                .list();
    }

    void stand(UUID id, int rung) {
        jdbc.sql("update wearables.alarm set rung = :rung where id = :id")
                .param("id", id)
                .param("rung", rung)
                .update();
    }
}
