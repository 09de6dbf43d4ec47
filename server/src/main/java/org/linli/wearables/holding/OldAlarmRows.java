package org.linli.wearables.holding;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Alarms that are long over. */
@Component
class OldAlarmRows {

    private static final String OLD = """
            a.closed_at < :before and (a.fix_at is not null or a.detail is not null or exists (
              select from wearables.alarm_act x where x.alarm_id = a.id and x.note_sealed is not null))""";

    private final JdbcClient jdbc;

    OldAlarmRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long due(LocalDate before) {
        return jdbc.sql("select count(*) from wearables.alarm a where " + OLD)
                .param("before", before)
                .query(Long.class)
                .single();
    }

    int empty(LocalDate before, int most) {
        return jdbc.sql("""
                with old as (select a.id from wearables.alarm a where %s limit :most),
                acts as (update wearables.alarm_act set note_sealed = null where alarm_id in (select id from old))
                update wearables.alarm set fix_at = null, lon = null, lat = null, detail = null
                 where id in (select id from old)""".formatted(OLD))
                .param("before", before)
                .param("most", most)
                .update();
    }
}
