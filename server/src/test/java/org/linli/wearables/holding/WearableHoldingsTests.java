package org.linli.wearables.holding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.privacy.FieldCipher;
import org.linli.shared.Ids;
import org.linli.shared.PersonalHoldings;
import org.linli.shared.PersonalHoldings.Holding;
import org.linli.shared.PersonalHoldings.Line;
import org.linli.shared.RetentionRule;
import org.linli.testing.LinliTest;
import org.linli.wearables.history.HistoryParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is held of somebody who wears a watch, and what is left of it two years later. */
@LinliTest
class WearableHoldingsTests {

    @Autowired
    WearableHoldings holdings;

    @Autowired
    @Qualifier("oldWearableAlarms")
    RetentionRule retention;

    @Autowired
    FieldCipher cipher;

    @Autowired
    JdbcClient jdbc;

    private final UUID wearer = UUID.randomUUID();
    private final UUID alarm = Ids.next();

    @BeforeEach
    void anAlarmLongOver() {
        var device = jdbc.sql("""
                insert into wearables.device (number, model, division, wearer, registered_at, registered_by)
                values (:number, 'H59', '150203001017', :wearer, '2020-01-01', :wearer) returning id""")
                .param(
                        "number",
                        Long.toString(100_000_000_000L + Math.abs(wearer.getMostSignificantBits() % 900_000_000L)))
                .param("wearer", wearer)
                .query(Integer.class)
                .single();
        whatItSaid(device);
        jdbc.sql("insert into wearables.state (device_id, seen_at, fix_at, lon, lat)"
                        + " values (:device, '2020-02-01', '2020-02-01', 109.83, 40.65)")
                .param("device", device)
                .update();
        jdbc.sql("""
                insert into wearables.zone (device_id, name, corners, radius, leaving, entering, drawn_at, drawn_by)
                values (:device, '家', '{109.83,40.65}', 200, true, false, '2020-01-01', :wearer)""").param("device", device).param("wearer", wearer).update();
        jdbc.sql("""
                insert into wearables.vital_limit (device_id, kind, low_red, low_yellow, set_at, set_by, setter, reason_sealed)
                values (:device, 'OXYGEN', 85, 90, '2020-01-01', :wearer, '王芳', :reason)""")
                .param("device", device)
                .param("wearer", wearer)
                .param("reason", cipher.seal("wearables.limit.reason", "慢阻肺"))
                .update();
        jdbc.sql("""
                insert into wearables.alarm (id, device_id, wearer, kind, division, raised_at, last_at, times, fix_at, lon,
                                             lat, closed_at, outcome)
                values (:id, :device, :wearer, 'SOS', '150203001017', '2020-02-01', '2020-02-01', 3, '2020-02-01', 109.83,
                        40.65, '2020-02-01', 'HELPED')""")
                .param("id", alarm)
                .param("device", device)
                .param("wearer", wearer)
                .update();
        jdbc.sql("""
                insert into wearables.alarm_act (id, alarm_id, at, act, posting_id, name, note_sealed)
                values (:id, :alarm, '2020-02-01', 'CLOSED', :id, '王芳', :note)""")
                .param("id", Ids.next())
                .param("alarm", alarm)
                .param("note", cipher.seal("wearables.alarm.note", "已送医"))
                .update();
    }

    private void whatItSaid(int device) {
        HistoryParts.day(jdbc, LocalDate.of(2020, 2, 1));
        HistoryParts.month(jdbc, LocalDate.of(2020, 2, 1));
        jdbc.sql("""
                insert into wearables.fix (device_id, lon, lat, at, received_at)
                values (:device, 1098300000, 406500000, '2020-02-01 09:00:10+08', '2020-02-01 09:00:12+08'),
                       (:device, 1098312345, 406500000, '2020-02-01 09:01:10+08', '2020-02-01 09:01:12+08')""").param("device", device).update();
        jdbc.sql("""
                insert into wearables.vital (device_id, kind, value, second, at, received_at)
                values (:device, 2, 142, 91, '2020-02-01 09:00+08', '2020-02-01 09:00+08'),
                       (:device, 4, 366, null, '2020-02-01 09:00+08', '2020-02-01 09:00+08'),
                       (:device, 4, 371, null, '2020-02-01 21:00+08', '2020-02-01 21:00+08')""").param("device", device).update();
    }

    @Test
    void areToldWithEveryValue() {
        var subject = new PersonalHoldings.Subject(Optional.of(wearer), Set.of());
        assertThat(holdings.of(subject))
                .extracting(Holding::kind)
                .containsExactlyInAnyOrder(
                        WearableHoldings.DEVICE,
                        WearableHoldings.POSITION,
                        WearableHoldings.ZONE,
                        WearableHoldings.LIMIT,
                        WearableHoldings.TRACK,
                        WearableHoldings.VITALS,
                        WearableHoldings.ALARM);
        assertThat(holdings.copy(subject))
                .extracting(Line::value)
                .contains(
                        "已送医",
                        "SOS × 3, HELPED",
                        "109.83, 40.65",
                        "家: 109.83, 40.65; 200 m",
                        "OXYGEN: 85, 90; 慢阻肺",
                        "09:00:10 109.83, 40.65; 09:01:10 109.8312345, 40.65",
                        "09:00 142/91",
                        "09:00 36.6; 21:00 37.1");
        assertThat(holdings.of(new PersonalHoldings.Subject(Optional.of(UUID.randomUUID()), Set.of())))
                .isEmpty();
    }

    @Test
    void areEmptiedTwoYearsAfterTheEnd() {
        assertThat(retention.due(LocalDate.of(2020, 2, 1))).isZero();
        assertThat(retention.due(LocalDate.of(2022, 2, 1))).isPositive();
        while (retention.apply(LocalDate.of(2022, 2, 1), 100, "test").looked() > 0) {
            assertThat(retention.key()).isEqualTo("wearables.alarm");
        }
        assertThat(jdbc.sql("""
                        select count(*) from wearables.alarm a join wearables.alarm_act x on x.alarm_id = a.id
                         where a.id = :alarm and a.fix_at is null and x.note_sealed is null""").param("alarm", alarm).query(Integer.class).single())
                .isEqualTo(1);
    }
}
