package org.linli.casework.running;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.linli.casework.running.RecountController.RecountView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recounts as people follow them. */
@Component
class RecountQueries {

    private final JdbcClient jdbc;

    RecountQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * While a recount walks through the cases, those that are left are what was open less what it has looked at; cases that
     * end meanwhile make it too many by as much, until the last case is reached and only those passed over are left.
     */
    List<RecountView> last(int most) {
        return jdbc.sql("""
                select r.id, r.first_day, r.why, r.asked_by, r.asked_at, r.begins_at, r.looked, r.changed, r.finished_at,
                       case when r.swept_at is null then greatest(r.open - r.looked - passed.failed, passed.waiting)
                            else passed.waiting end as still,
                       passed.failed
                from casework.recount r,
                  lateral (select count(*) filter (where tries < :tries) as waiting,
                                  count(*) filter (where tries >= :tries) as failed
                           from casework.recount_left l where l.recount = r.id and l.done_at is null) as passed
                order by r.asked_at desc, r.id desc limit :most
                """)
                .param("tries", RecountRows.MOST_TRIES)
                .param("most", most)
                .query((row, n) -> new RecountView(
                        row.getObject("id", UUID.class),
                        row.getObject("first_day", LocalDate.class),
                        row.getString("why"),
                        row.getString("asked_by"),
                        CaseRows.at(row, "asked_at"),
                        CaseRows.at(row, "begins_at"),
                        row.getInt("looked"),
                        row.getInt("changed"),
                        row.getInt("still"),
                        row.getInt("failed"),
                        CaseRows.maybeAt(row, "finished_at")))
                .list();
    }
}
