package org.linli.wearables.holding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.shared.RetentionRule;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.wearables.history.HistoryParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Tracks and vitals go by the partition, on the day their time is over. */
@LinliTest
class HistoryRetentionTests {

    private static final LocalDate DAY = LocalDate.of(2019, 5, 6);

    @Autowired
    RetentionRule oldTracks;

    @Autowired
    RetentionRule oldVitals;

    @Autowired
    DroppingHistories dropping;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void histories() {
        for (var day = DAY; day.isBefore(DAY.plusDays(3)); day = day.plusDays(1)) {
            HistoryParts.day(jdbc, day);
        }
        HistoryParts.month(jdbc, DAY);
        jdbc.sql("delete from wearables.fix where received_at < '2020-01-01'").update();
        jdbc.sql("""
                insert into wearables.fix (device_id, lon, lat, at, received_at)
                select 0, 0, 0, at, at from generate_series(timestamptz '2019-05-06 00:00+08', '2019-05-06 23:59+08', '1 minute') at""").update();
        jdbc.sql("delete from wearables.vital where received_at < '2020-01-01'").update();
        jdbc.sql("insert into wearables.vital (device_id, kind, value, at, received_at)"
                        + " values (0, 1, 70, '2019-05-31 23:59+08', '2019-05-31 23:59+08')")
                .update();
    }

    @Test
    void countsFirstAndDropsTheDaysThatAreOver() {
        assertThat(oldTracks.due(DAY.minusDays(1))).isZero();
        assertThat(oldTracks.due(DAY)).isEqualTo(24 * 60);
        assertThat(step(oldTracks, DAY.plusDays(1))).isEqualTo(new RetentionRule.Step(24 * 60, 24 * 60, 0));
        assertThat(step(oldTracks, DAY.plusDays(1)))
                .as("an empty day goes as well, and does not end the run")
                .isEqualTo(new RetentionRule.Step(1, 0, 0));
        assertThat(step(oldTracks, DAY.plusDays(1))).isEqualTo(RetentionRule.Step.NOTHING);
        assertThat(exists("fix_20190506")).isFalse();
        assertThat(exists("fix_20190507")).isFalse();
        assertThat(exists("fix_20190508")).isTrue();
    }

    @Test
    void keepsAMonthUntilItsLastDayIsOver() {
        assertThat(oldVitals.due(LocalDate.of(2019, 5, 30))).isZero();
        assertThat(step(oldVitals, LocalDate.of(2019, 5, 31))).isEqualTo(new RetentionRule.Step(1, 1, 0));
        assertThat(exists("vital_201905")).isFalse();
    }

    @Test
    void forgetsTheLatestVitalOfAWatchInADrawer() {
        var device = jdbc.sql("""
                insert into wearables.device (number, model, division, registered_at, registered_by)
                values (:number, 'H59', '150203001017', '2019-01-01', :by) returning id""")
                .param("number", Long.toString(200_000_000_000L + (System.nanoTime() & 0xFFFF_FFFFL)))
                .param("by", UUID.randomUUID())
                .query(Integer.class)
                .single();
        jdbc.sql("insert into wearables.vital_state (device_id, kind, at, value, level)"
                        + " values (:device, 1, '2019-05-06', 70, 'NORMAL'), (:device, 3, '2019-05-07', 97, 'NORMAL')")
                .param("device", device)
                .update();
        while (step(oldVitals, LocalDate.of(2019, 5, 7)).looked() > 0) {
            assertThat(oldVitals.key()).isEqualTo("wearables.vitals");
        }
        assertThat(jdbc.sql("select kind from wearables.vital_state where device_id = :device")
                        .param("device", device)
                        .query(Integer.class)
                        .list())
                .containsExactly(3);
    }

    @Test
    void isDoneByTheModuleItselfAsItsDaysPass() {
        var today = SettableClock.START.toLocalDate();
        var over = HistoryParts.day(jdbc, today.minusDays(30));
        var kept = HistoryParts.day(jdbc, today.minusDays(29));
        dropping.drop();
        assertThat(exists("fix_20190506")).isFalse();
        assertThat(exists("vital_201905")).isFalse();
        assertThat(exists(over.substring("wearables.".length()))).isFalse();
        assertThat(exists(kept.substring("wearables.".length()))).isTrue();
    }

    @Test
    void givesWayToWhoeverReadsForLong() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select count(*) from wearables.fix where received_at < '2020-01-01'")
                    .query(Integer.class)
                    .single();
            assertThat(CompletableFuture.supplyAsync(() -> step(oldTracks, DAY)))
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableThat()
                    .withCauseInstanceOf(CannotAcquireLockException.class);
        });
        assertThat(exists("fix_20190506")).isTrue();
    }

    private RetentionRule.Step step(RetentionRule rule, LocalDate before) {
        return transaction.execute(status -> rule.apply(before, 10, "test"));
    }

    private boolean exists(String name) {
        return jdbc.sql("select to_regclass(:name) is not null")
                .param("name", "wearables." + name)
                .query(Boolean.class)
                .single();
    }
}
