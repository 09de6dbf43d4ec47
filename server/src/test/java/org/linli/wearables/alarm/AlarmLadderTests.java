package org.linli.wearables.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.access.PersonalSeal;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.linli.testing.DeviceNumbers;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.StoredPosting;
import org.linli.wearables.AlarmKind;
import org.linli.wearables.AlarmLevel;
import org.linli.wearables.Wearables;
import org.linli.wearables.WearablesWords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The clock of the ladder, and what time tells of devices. */
@LinliTest
class AlarmLadderTests {

    private static final DivisionCode COMMUNITY = DivisionCode.of("150203001018");
    private static final Acting BY = Acting.system("test");

    @Autowired
    Alarms alarms;

    @Autowired
    AlarmLadder ladder;

    @Autowired
    DeviceHealth health;

    @Autowired
    Wearables wearables;

    @Autowired
    PersonalSeal seal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transaction;

    private Acting clerk;
    private int device;

    @BeforeEach
    void aWatchOnAWrist() {
        device = wearables.register(BY, DeviceNumbers.next(), "H59", COMMUNITY);
        wearables.handOut(BY, device, UUID.randomUUID(), COMMUNITY);
        clerk = posting("committee-clerk", COMMUNITY);
        posting("grid-lead", COMMUNITY);
        posting("grid-dispatcher", DivisionCode.of("150203001"));
        posting("district-supervisor", DivisionCode.of("150203"));
    }

    @AfterEach
    void today() {
        clock.set(SettableClock.START);
    }

    @Test
    void climbsWhileNobodyClaims() {
        var alarm = raise(AlarmKind.SOS);
        assertThat(toldAfter(alarm, Duration.ofSeconds(29))).containsExactly();
        assertThat(toldAfter(alarm, Duration.ofSeconds(1))).containsExactly("committee-clerk");
        assertThat(toldAfter(alarm, Duration.ofSeconds(29))).containsExactly("committee-clerk");
        assertThat(toldAfter(alarm, Duration.ofSeconds(1))).containsExactly("committee-clerk", "grid-lead");
        assertThat(toldAfter(alarm, Duration.ofSeconds(60)))
                .containsExactly("committee-clerk", "district-supervisor", "grid-dispatcher", "grid-lead");
        assertThat(toldAfter(alarm, Duration.ofHours(1)))
                .as("the last step is the last")
                .containsExactly("committee-clerk", "district-supervisor", "grid-dispatcher", "grid-lead");
    }

    @Test
    void standsStillWhileSomebodyLooksAfterItAndClimbsOnWhenItIsHandedBack() {
        var alarm = raise(AlarmKind.FALL);
        toldAfter(alarm, Duration.ofSeconds(31));
        alarms.claim(clerk, alarm);
        assertThat(toldAfter(alarm, Duration.ofMinutes(30))).containsExactly("committee-clerk");
        alarms.handBack(clerk, alarm, "换班");
        assertThat(toldAfter(alarm, Duration.ZERO))
                .containsExactly("committee-clerk", "district-supervisor", "grid-dispatcher", "grid-lead");
    }

    @Test
    void leavesYellowAlarmsOnTheirDesk() {
        var alarm = raise(AlarmKind.LOW_BATTERY);
        assertThat(toldAfter(alarm, Duration.ofHours(1))).isEmpty();
    }

    @Test
    void aYellowAlarmThatTurnsRedClimbs() {
        var alarm = raise(AlarmKind.HEART_RATE);
        clock.tick(Duration.ofMinutes(10));
        transaction.executeWithoutResult(status -> alarms.raise(List.of(new Raise(
                device, AlarmKind.HEART_RATE, AlarmLevel.RED, Optional.of("142"), COMMUNITY, clock.instant()))));
        assertThat(toldAfter(alarm, Duration.ZERO)).contains("committee-clerk");
        assertThat(jdbc.sql("select detail || times from wearables.alarm where id = :id")
                        .param("id", alarm)
                        .query(String.class)
                        .single())
                .isEqualTo("1422");
    }

    @Test
    void raisesOnceThatADeviceIsSilentAndEndsItWhenItIsHeard() {
        heard();
        clock.tick(Duration.ofHours(23));
        untilNothingIsLeft(health::look);
        assertThat(silent()).isEmpty();
        clock.tick(Duration.ofHours(2));
        untilNothingIsLeft(health::look);
        untilNothingIsLeft(health::look);
        assertThat(silent()).containsExactly("open");
        clock.tick(Duration.ofMinutes(1));
        heard();
        untilNothingIsLeft(health::look);
        assertThat(silent()).containsExactly("PASSED");
        clock.tick(Duration.ofHours(25));
        untilNothingIsLeft(health::look);
        assertThat(silent()).containsExactly("PASSED", "open");
    }

    @Test
    void leavesAnAlarmToWhoeverLooksAfterItAlsoWhenItPassed() {
        heard();
        clock.tick(Duration.ofHours(25));
        untilNothingIsLeft(health::look);
        var alarm = jdbc.sql("select id from wearables.alarm where device_id = :device")
                .param("device", device)
                .query(UUID.class)
                .single();
        alarms.claim(clerk, alarm);
        clock.tick(Duration.ofMinutes(1));
        heard();
        untilNothingIsLeft(health::look);
        assertThat(silent()).containsExactly("open");
    }

    private Acting posting(String role, DivisionCode area) {
        return StoredPosting.of(jdbc, seal, role, UnitCode.of("CO-150203001018"), area, WearablesWords.HANDLE_ALARMS);
    }

    private UUID raise(AlarmKind kind) {
        transaction.executeWithoutResult(
                status -> alarms.raise(List.of(Raise.of(device, kind, COMMUNITY, clock.instant()))));
        return jdbc.sql("select id from wearables.alarm where device_id = :device and closed_at is null")
                .param("device", device)
                .query(UUID.class)
                .single();
    }

    /** Roles of those who were told so far. */
    private List<String> toldAfter(UUID alarm, Duration time) {
        clock.tick(time);
        untilNothingIsLeft(ladder::climb);
        return jdbc.sql("""
                        select distinct p.role from notify.notice n join notify.delivery d on d.notice_id = n.id
                          join access.posting p on p.id = d.posting_id
                         where n.unique_key like 'wearables:' || :alarm || ':%' order by 1""")
                .param("alarm", alarm.toString())
                .query(String.class)
                .list();
    }

    /** Other tests leave devices and alarms behind, and one look takes so many at a time. */
    private static void untilNothingIsLeft(IntSupplier look) {
        var looks = 0;
        while (look.getAsInt() > 0) {
            assertThat(++looks).as("it comes to an end").isLessThan(1_000);
        }
    }

    private void heard() {
        jdbc.sql("""
                insert into wearables.state (device_id, seen_at, battery) values (:device, :now, 50)
                    on conflict (device_id) do update set seen_at = excluded.seen_at""")
                .param("device", device)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private List<String> silent() {
        return jdbc.sql("""
                        select coalesce(outcome, 'open') from wearables.alarm
                         where device_id = :device and kind = 'SILENT' order by raised_at""").param("device", device).query(String.class).list();
    }
}
