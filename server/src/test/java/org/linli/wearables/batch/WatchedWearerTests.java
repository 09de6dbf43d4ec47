package org.linli.wearables.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.shared.DivisionCode;
import org.linli.testing.DeviceNumbers;
import org.linli.testing.LinliTest;
import org.linli.wearables.ConsentKind;
import org.linli.wearables.VitalKind;
import org.linli.wearables.Wearables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the gateway makes of fixes near an edge and of vitals out of their limits. */
@LinliTest
class WatchedWearerTests {

    private static final DivisionCode COMMUNITY = DivisionCode.of("150203001016");
    private static final Acting BY = Acting.system("test");
    private static final Instant NOW = Instant.parse("2026-03-12T02:00:00Z");
    private static final double METRES_A_DEGREE = 111_195;

    @Autowired
    StoringBatch storing;

    @Autowired
    Wearables wearables;

    @Autowired
    JdbcClient jdbc;

    private final String number = DeviceNumbers.next();
    private int device;

    @BeforeEach
    void aWatchWithASafeZoneOf200Metres() {
        device = wearables.register(BY, number, "H59", COMMUNITY);
        wearables.handOut(BY, device, UUID.randomUUID(), COMMUNITY);
        wearables.consent(BY, device, ConsentKind.POSITION, "本人书面同意");
        wearables.consent(BY, device, ConsentKind.VITALS, "本人书面同意");
        jdbc.sql("""
                insert into wearables.zone (device_id, name, corners, radius, leaving, entering, drawn_at, drawn_by)
                values (:device, '家', '{109.83,40.65}', 200, true, false, now(), gen_random_uuid())""").param("device", device).update();
    }

    @Test
    void raisesOneAlarmForAWayOutAndNoneForTheWayOn() {
        for (var metres = 0; metres < 800; metres += 20) {
            storing.store(List.of(north(metres, metres)));
        }
        assertThat(alarms()).containsExactly("LEFT_ZONE YELLOW 家 1");
    }

    /** In one batch, and not in the order of their time. */
    @Test
    void raisesOneAlarmForAWayThatCameAllAtOnce() {
        var way = new ArrayList<Message>();
        for (var metres = 0; metres < 800; metres += 20) {
            way.add(north(metres, metres));
        }
        Collections.shuffle(way, new Random(7));
        storing.store(way);
        storing.store(way);
        assertThat(alarms()).containsExactly("LEFT_ZONE YELLOW 家 1");
    }

    @Test
    void raisesNoneForFixesThatJitterAtTheEdge() {
        var noise = new Random(11);
        for (var n = 0; n < 200; n++) {
            storing.store(List.of(north(200 + 4 * noise.nextGaussian(), 10 * n)));
        }
        assertThat(alarms()).isEmpty();
    }

    @Test
    void forgetsWhereTheZoneWasOnceItIsGone() {
        storing.store(List.of(north(0, 0)));
        jdbc.sql("delete from wearables.zone where device_id = :device")
                .param("device", device)
                .update();
        for (var metres = 0; metres < 800; metres += 20) {
            storing.store(List.of(north(metres, 10 + metres)));
        }
        assertThat(alarms()).isEmpty();
    }

    @Test
    void aSecondReadingTenMinutesOnTurnsAnAlarmRed() {
        storing.store(List.of(pressure(128, 76, 0)));
        assertThat(alarms()).isEmpty();
        storing.store(List.of(pressure(210, 130, 1)));
        storing.store(List.of(pressure(212, 131, 6)));
        assertThat(alarms()).containsExactly("BLOOD_PRESSURE YELLOW 210/130 1");
        storing.store(List.of(pressure(211, 128, 12)));
        assertThat(alarms()).containsExactly("BLOOD_PRESSURE RED 211/128 2");
    }

    @Test
    void judgesByTheLimitsOfThePerson() {
        storing.store(List.of(heart(118, 0)));
        assertThat(alarms()).containsExactly("HEART_RATE YELLOW 118 1");
        jdbc.sql("update wearables.alarm set closed_at = now(), outcome = 'TEST' where device_id = :device")
                .param("device", device)
                .update();
        jdbc.sql("""
                insert into wearables.vital_limit (device_id, kind, low_red, low_yellow, high_yellow, high_red,
                                                   set_at, set_by, setter, reason_sealed)
                values (:device, 'HEART_RATE', 35, 40, 130, 150, now(), gen_random_uuid(), '护士', '')""").param("device", device).update();
        storing.store(List.of(heart(80, 10)));
        storing.store(List.of(heart(118, 20)));
        assertThat(alarms()).as("the person's own limit is 130").containsExactly("HEART_RATE YELLOW 118 1");
    }

    private Message north(double metres, int seconds) {
        var at = NOW.plusSeconds(seconds);
        return message(at, Fix.of(at, 109.83, 40.65 + metres / METRES_A_DEGREE, 3), Optional.empty());
    }

    private Message pressure(int systolic, int diastolic, int minutes) {
        var at = NOW.plus(Duration.ofMinutes(minutes));
        return message(at, Optional.empty(), Vital.pressure(at, systolic, diastolic));
    }

    private Message heart(int beats, int minutes) {
        var at = NOW.plus(Duration.ofMinutes(minutes));
        return message(at, Optional.empty(), Vital.of(VitalKind.HEART_RATE, at, beats));
    }

    private Message message(Instant at, Optional<Fix> fix, Optional<Vital> vital) {
        return new Message(
                number, at, at, OptionalInt.empty(), fix, vital.stream().toList(), Set.of(), Optional.empty());
    }

    private List<String> alarms() {
        return jdbc.sql("""
                        select kind || ' ' || level || ' ' || coalesce(detail, '') || ' ' || times
                          from wearables.alarm where device_id = :device order by raised_at""").param("device", device).query(String.class).list();
    }
}
