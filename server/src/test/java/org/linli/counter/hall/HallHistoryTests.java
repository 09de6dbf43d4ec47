package org.linli.counter.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Taking the next visitor and the call screen read the live queue only, however much history is stored. */
@LinliTest
class HallHistoryTests {

    private static final String STATION = "ST-150203013";

    @Autowired
    DemoHallRows history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Test
    @Transactional
    void readsTheLiveQueueThroughItsOwnIndexes() {
        var today = LocalDate.now(clock);
        history.visits(new DemoHallRows.Past(
                STATION, 400, today.minusDays(70), today.minusDays(1), 7, List.of("150203-ZM-001")));
        jdbc.sql("analyze counter.visit").update();
        assertThat(plan("""
                        select id from counter.visit where station = '%s' and day = '%s' and state = 'WAITING'
                        order by rank, queue_at, id limit 1 for update skip locked
                        """)).contains("visit_waiting_idx").doesNotContain("Seq Scan", "Sort");
        assertThat(plan("""
                        select ticket from counter.visit where station = '%s' and day = '%s'
                          and state in ('CALLED', 'SERVING', 'MISSED') and window_number is not null
                        order by called_at desc limit 12
                        """)).contains("visit_live_idx").doesNotContain("Seq Scan");
    }

    private String plan(String sql) {
        var lines = jdbc.sql("explain " + sql.formatted(STATION, LocalDate.now(clock)))
                .query(String.class)
                .list();
        return String.join("\n", lines);
    }
}
