package org.linli.eldercare.holding;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calls that are too old to be kept with who called. */
@Repository
class OldCallRows {

    private static final String OLD = """
            c.started_at < cast(:before as date) at time zone 'Asia/Shanghai'
            and (c.caller_sealed is not null or c.person_id is not null or c.recording is not null
                 or exists (select from eldercare.call_act x where x.call_id = c.id and x.note_sealed is not null))""";

    private final JdbcClient jdbc;

    OldCallRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long due(LocalDate before) {
        return jdbc.sql("select count(*) from eldercare.call c where " + OLD)
                .param("before", before)
                .query(Long.class)
                .single();
    }

    int empty(LocalDate before, int most) {
        return jdbc.sql("""
                with old as (select c.id from eldercare.call c where %s limit :most),
                acts as (update eldercare.call_act set note_sealed = null where call_id in (select id from old))
                update eldercare.call set caller_sealed = null, caller_index = null, person_id = null, recording = null
                 where id in (select id from old)""".formatted(OLD))
                .param("before", before)
                .param("most", most)
                .update();
    }
}
