package org.linli.casework.worklist;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many cases a unit has open. Each coming and going adds a row of its own, so that nobody waits for anybody; now and
 * then the loose rows are added up. A reader who sums both sees the same before, during and after.
 */
@Component
class OpenCountRows {

    /** Summing fewer than these costs a reader nothing. */
    private static final int WORTH_IT = 500;

    private final JdbcClient jdbc;

    OpenCountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    void addUp() {
        if (areMany()) {
            addUpNow();
        }
    }

    @Transactional
    void addUpNow() {
        jdbc.sql("""
                with taken as (delete from casework.unit_open_change returning unit, area, change)
                insert into casework.unit_open as kept (unit, area, open)
                select unit, area, sum(change) from taken group by unit, area having sum(change) <> 0
                order by unit, area
                on conflict (unit, area) do update set open = kept.open + excluded.open
                """).update();
    }

    private boolean areMany() {
        return jdbc.sql("select count(*) from (select from casework.unit_open_change limit :many) as loose")
                        .param("many", WORTH_IT)
                        .query(Integer.class)
                        .single()
                == WORTH_IT;
    }
}
