package org.linli.wearables.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.standin.MqttBroker;
import org.linli.testing.DeviceNumbers;
import org.linli.testing.LinliTest;
import org.linli.wearables.batch.Gateway;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From a sensor through a broker to the desk, in both versions of the protocol. */
@LinliTest
class MqttJourneyTests {

    @Autowired
    Gateway gateway;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final List<BrokerLine> lines = new ArrayList<>();
    private MqttBroker broker;

    @BeforeEach
    void aBroker() throws Exception {
        broker = MqttBroker.start(0);
    }

    @AfterEach
    void isClosed() {
        lines.forEach(BrokerLine::close);
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void storesAndRingsWhateverVersionIsSpoken(int version) {
        open("linli", version, null);
        var older = device();
        var newer = device();
        publish(3, older, reading(older, "ALARM"));
        publish(5, newer, reading(newer, "ALARM"));
        until(() -> times(older) == 1 && times(newer) == 1);
        until(() -> broker.unacknowledged("linli") == 0);
        assertThat(jdbc.sql(
                                "select battery from wearables.state s join wearables.device d on d.id = s.device_id where d.number = :number")
                        .param("number", newer)
                        .query(Integer.class)
                        .single())
                .isEqualTo(64);
    }

    /** A lock on the device's state holds the batch up: until it is free, the broker is told nothing. */
    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void isAcknowledgedOnlyAfterTheCommit(int version) {
        open("linli", version, null);
        var device = device();
        publish(5, device, reading(device, "HEARTBEAT"));
        until(() -> seen(device) && broker.unacknowledged("linli") == 0);
        whileHeld(device, () -> {
            publish(5, device, reading(device, "ALARM"));
            untilSomebodyWaits();
            pause(Duration.ofMillis(500));
            assertThat(broker.unacknowledged("linli")).isEqualTo(1);
        });
        until(() -> broker.unacknowledged("linli") == 0);
        assertThat(times(device)).isEqualTo(1);
    }

    /** The network breaks while much is under way: all of it comes again, and one alarm is open. */
    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void losesNothingWhenTheConnectionBreaks(int version) {
        open("linli", version, null);
        var held = device();
        publish(5, held, reading(held, "HEARTBEAT"));
        until(() -> seen(held));
        var devices = new ArrayList<String>();
        for (var n = 0; n < 60; n++) {
            devices.add(device());
        }
        whileHeld(held, () -> {
            publish(5, held, reading(held, "ALARM"));
            untilSomebodyWaits();
            devices.forEach(device -> publish(5, device, reading(device, "ALARM")));
            broker.cut("linli");
            until(() -> !broker.isThere("linli"));
        });
        until(() -> broker.isThere("linli"));
        until(() -> broker.unacknowledged("linli") == 0);
        devices.add(held);
        assertThat(devices).allSatisfy(device -> {
            assertThat(alarms(device)).as("alarms of %s", device).isEqualTo(1);
            assertThat(times(device)).isBetween(1, 2);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void hearsWhatWasPublishedWhileItWasAway(int version) {
        var line = open("linli", version, null);
        lines.remove(line);
        line.close();
        until(() -> !broker.isThere("linli"));
        var device = device();
        publish(5, device, reading(device, "ALARM"));
        assertThat(broker.unacknowledged("linli")).isEqualTo(1);
        open("linli", version, null);
        until(() -> broker.unacknowledged("linli") == 0);
        assertThat(times(device)).isEqualTo(1);
    }

    @Test
    void comesBackWhenTheBrokerDoes() throws Exception {
        open("linli", 5, null);
        var port = broker.port();
        broker.close();
        broker = MqttBroker.start(port);
        until(() -> broker.isThere("linli"));
        var device = device();
        // The new broker knows nothing of us until it is asked anew.
        until(() -> {
            publish(5, device, reading(device, "ALARM"));
            return alarms(device) == 1;
        });
    }

    @Test
    void isNotHeldUpByWhatCanNeverBeStored() {
        open("linli", 5, null);
        var device = device();
        var stranger = "999999999902";
        publish(5, device, "garbage");
        publish(5, device, reading(device, "DANCED"));
        publish(5, stranger, reading(stranger, "ALARM"));
        publish(5, stranger, reading(device, "ALARM"));
        until(() -> broker.unacknowledged("linli") == 0);
        assertThat(alarms(device)).as("said by another").isZero();
        publish(5, device, reading(device, "ALARM"));
        until(() -> times(device) == 1);
        assertThat(jdbc.sql("select count(*) from wearables.device where number = :number")
                        .param("number", stranger)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Two processes share what comes; each message is one's alone. */
    @Test
    void isSharedByProcessesOfOneGroup() {
        open("linli-1", 5, "linli");
        open("linli-2", 5, "linli");
        var device = device();
        for (var n = 0; n < 10; n++) {
            publish(5, device, reading(device, "ALARM"));
        }
        until(() -> broker.unacknowledged("linli-1") + broker.unacknowledged("linli-2") == 0);
        until(() -> times(device) == 10);
        assertThat(alarms(device)).isEqualTo(1);
    }

    private BrokerLine open(String name, int version, @Nullable String group) {
        var settings = new MqttSettings(
                URI.create("mqtt://127.0.0.1:" + broker.port()), null, null, "linli/sensors/+/+", name, version, group);
        var line = new BrokerLine(settings, new BrokerIntake(gateway, clock));
        lines.add(line);
        line.open(Optional.empty());
        until(() -> broker.isListening(name));
        return line;
    }

    private String device() {
        var number = DeviceNumbers.next();
        jdbc.sql("""
                insert into wearables.device (number, model, division, registered_at, registered_by)
                values (:number, '烟感 S1', '150203001016', now(), :by)""").param("number", number).param("by", UUID.randomUUID()).update();
        return number;
    }

    private static String reading(String device, String code) {
        return """
                {"deviceId":"%s","kind":"SMOKE","code":"%s","battery":64}""".formatted(device, code);
    }

    /** Returns when the broker has it. */
    private void publish(int version, String device, String payload) {
        var builder = MqttClient.builder()
                .identifier("sensor-" + UUID.randomUUID())
                .serverHost("127.0.0.1")
                .serverPort(broker.port());
        var topic = "linli/sensors/anju/" + device;
        var bytes = payload.getBytes(StandardCharsets.UTF_8);
        if (version == 3) {
            var sensor = builder.useMqttVersion3().buildBlocking();
            sensor.connect();
            sensor.publishWith()
                    .topic(topic)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(bytes)
                    .send();
            sensor.disconnect();
        } else {
            var sensor = builder.useMqttVersion5().buildBlocking();
            sensor.connect();
            sensor.publishWith()
                    .topic(topic)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(bytes)
                    .send();
            sensor.disconnect();
        }
    }

    private int alarms(String device) {
        return count(
                "select count(*) from wearables.alarm a join wearables.device d on d.id = a.device_id where d.number = :number",
                device);
    }

    private int times(String device) {
        return count(
                "select coalesce(sum(a.times), 0) from wearables.alarm a join wearables.device d on d.id = a.device_id where d.number = :number",
                device);
    }

    private boolean seen(String device) {
        return count(
                        "select count(*) from wearables.state s join wearables.device d on d.id = s.device_id where d.number = :number",
                        device)
                == 1;
    }

    private int count(String sql, String device) {
        return jdbc.sql(sql).param("number", device).query(Integer.class).single();
    }

    private void whileHeld(String device, Runnable act) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                    select 1 from wearables.state where device_id = (
                      select id from wearables.device where number = :number) for update""").param("number", device).query(Integer.class).single();
            act.run();
        });
    }

    private void untilSomebodyWaits() {
        until(() ->
                jdbc.sql("select count(*) from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))")
                                .query(Integer.class)
                                .single()
                        > 0);
    }

    private static void until(BooleanSupplier reached) {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            pause(Duration.ofMillis(20));
        }
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
