package org.linli.wearables.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.shared.StartRefusal;
import org.linli.standin.MqttBroker;
import org.linli.testing.SettableClock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class SensorsByMqttTests {

    @TempDir
    Path folder;

    private final MockEnvironment environment = new MockEnvironment();
    private MqttBroker broker;

    @BeforeEach
    void aBroker() throws Exception {
        broker = MqttBroker.start(0);
    }

    @AfterEach
    void isClosed() {
        broker.close();
    }

    @Test
    void opensTheLineWhenTheHouseIsReadyAndClosesItWithTheHouse() throws Exception {
        var secret = Files.writeString(folder.resolve("password"), "geheim\n");
        var sensors = started(secret);
        assertThat(broker.isThere("linli")).as("no part of the start").isFalse();
        sensors.onApplicationEvent(ready());
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!broker.isListening("linli")) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
        sensors.stop();
        while (broker.isThere("linli")) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    /** Two clients of one name push each other out. */
    @Test
    void leavesTheSessionToTheHouseWhenACommandRunsBesideIt() throws Exception {
        environment.setProperty("linli.command", "audit-verify");
        var sensors = started(folder.resolve("no such file"));
        sensors.onApplicationEvent(ready());
        Thread.sleep(1_000);
        assertThat(broker.isThere("linli")).isFalse();
    }

    @Test
    void saysWhenThePasswordCannotBeRead() {
        assertThatThrownBy(() -> started(folder.resolve("no such file")))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("linli.wearables.mqtt.password-file");
    }

    private SensorsByMqtt started(@Nullable Path password) {
        var settings = new MqttSettings(
                URI.create("mqtt://127.0.0.1:" + broker.port()),
                "linli",
                password,
                "linli/sensors/+/+",
                "linli",
                5,
                null);
        var sensors = new SensorsByMqtt(settings, (message, sender) -> true, new SettableClock(), environment);
        sensors.start();
        return sensors;
    }

    private static ApplicationReadyEvent ready() {
        return new ApplicationReadyEvent(
                new SpringApplication(), new String[0], new StaticApplicationContext(), Duration.ZERO);
    }
}
