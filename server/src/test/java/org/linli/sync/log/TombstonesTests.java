package org.linli.sync.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class TombstonesTests {

    private static final String SCOPE = "grid:150203007002001";

    @Autowired
    Tombstones tombstones;

    @Autowired
    ChangeQueries changes;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void goAfterFourHundredDaysAndRaiseTheFloor() {
        var old = note('R', 401);
        var young = note('R', 399);
        var present = note('P', 500);
        while (tombstones.dropOld() > 0) {
            assertThat(tombstones).isNotNull();
        }
        assertThat(jdbc.sql("select eid from sync.change where scope = :scope")
                        .param("scope", SCOPE)
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrder(young, present)
                .doesNotContain(old);
        assertThat(changes.reaches(List.of(SCOPE)).get(SCOPE)).isEqualTo(new ChangeQueries.Reach(3, 1));
    }

    private UUID note(char op, int daysAgo) {
        var id = UUID.randomUUID();
        jdbc.sql("select sync.note(:scope, 'castle', :id, :op::\"char\")")
                .param("scope", SCOPE)
                .param("id", id)
                .param("op", String.valueOf(op))
                .query(rows -> {});
        jdbc.sql("update sync.change set changed_at = :at where eid = :id")
                .param("id", id)
                .param("at", Timestamp.from(clock.instant().minus(Duration.ofDays(daysAgo))))
                .update();
        return id;
    }
}
