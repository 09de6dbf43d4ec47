package org.linli.wearables.sensor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.shared.StartRefusal;
import org.linli.wearables.batch.Gateway;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Opens the line to the broker where there is one: once the house is ready, so that its start does not wait for it. */
@Component
class SensorsByMqtt implements ApplicationListener<ApplicationReadyEvent>, SmartLifecycle {

    private final MqttSettings settings;
    private final Gateway gateway;
    private final Clock clock;
    private final boolean listens;
    private Optional<byte[]> password = Optional.empty();
    private volatile boolean running;
    private volatile @Nullable BrokerLine line;

    /** A command beside a running house would take its session at the broker away. */
    SensorsByMqtt(MqttSettings settings, Gateway gateway, Clock clock, Environment environment) {
        this.settings = settings;
        this.gateway = gateway;
        this.clock = clock;
        this.listens = settings.url() != null && !environment.containsProperty("linli.command");
    }

    /** A password that cannot be read is told at the start, and not by a line that never opens. */
    @Override
    public void start() {
        if (listens) {
            password = Optional.ofNullable(settings.passwordFile()).map(SensorsByMqtt::read);
        }
        running = true;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StartRefusal("The password of the MQTT broker cannot be read from " + file
                    + " (linli.wearables.mqtt.password-file). 无法读取MQTT密码文件 " + file + "。");
        }
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (listens) {
            var opened = new BrokerLine(settings, new BrokerIntake(gateway, clock));
            line = opened;
            opened.open(password);
        }
    }

    @Override
    public void stop() {
        running = false;
        var open = line;
        line = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
