package org.linli.wearables.sensor;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttDisconnectSource;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuth;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line to a broker, MQTT 5 or 3.1.1. Its session outlives the connection, so that the broker keeps what is published
 * while this process is away; it is opened again for as long as it takes. Nothing else refers to the library of the
 * protocol, so that a house without a broker loads nothing of it.
 */
final class BrokerLine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerLine.class);
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_SECONDS = 30;

    /** How long a broker keeps what is published while nobody of us is there. */
    private static final Duration KEPT = Duration.ofDays(7);

    /** More than a batch, so that storing never waits for the broker. */
    private static final int UNACKNOWLEDGED = 2_000;

    private static final long PATIENCE_SECONDS = 2;

    /** What is different between the versions. */
    private interface Spoken {

        void open(Optional<byte[]> password);

        CompletableFuture<?> subscribe();

        CompletableFuture<?> close();
    }

    private final MqttSettings settings;
    private final BrokerIntake intake;
    private final ExecutorService hands;
    private final Spoken spoken;

    BrokerLine(MqttSettings settings, BrokerIntake intake) {
        this.settings = settings;
        this.intake = intake;
        this.hands = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("wearables-mqtt").daemon().factory());
        this.spoken = settings.version() == 3 ? new Three() : new Five();
    }

    void open(Optional<byte[]> password) {
        spoken.open(password);
    }

    /** What is not acknowledged yet comes again when the line is opened anew. */
    @Override
    public void close() {
        hands.shutdownNow();
        try {
            spoken.close().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException notThere) {
            LOG.debug("the line to the broker was not there when it was closed");
        }
    }

    private MqttClientBuilder builder() {
        var builder = MqttClient.builder()
                .identifier(settings.clientId())
                .serverHost(settings.host())
                .serverPort(settings.port())
                .automaticReconnect()
                .initialDelay(FIRST_PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                .maxDelay(LONGEST_PAUSE_SECONDS, TimeUnit.SECONDS)
                .applyAutomaticReconnect()
                .addConnectedListener(connected -> subscribe())
                .addDisconnectedListener(BrokerLine::away);
        return settings.isEncrypted() ? builder.sslWithDefaultConfig() : builder;
    }

    /** Each time anew: a broker that lost its sessions has lost the subscription too. */
    private void subscribe() {
        spoken.subscribe().whenComplete((done, refused) -> {
            if (refused == null) {
                LOG.info("sensors are heard through the MQTT broker {}", settings.host());
            } else {
                LOG.error(
                        "the MQTT broker refuses the subscription {}: {}", settings.subscription(), refused.toString());
            }
        });
    }

    private static void away(MqttClientDisconnectedContext context) {
        if (context.getSource() == MqttDisconnectSource.USER) {
            return;
        }
        LOG.warn(
                "the MQTT broker is away ({}); trying again",
                context.getCause().getClass().getSimpleName());
    }

    private void take(String topic, byte[] payload, Runnable acknowledge) {
        try {
            intake.take(topic, payload, acknowledge);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unforeseen) {
            LOG.error("a message of a sensor was not understood", unforeseen);
        }
    }

    private final class Five implements Spoken {

        private final Mqtt5AsyncClient client = builder().useMqttVersion5().buildAsync();

        @Override
        public void open(Optional<byte[]> password) {
            client.publishes(
                    MqttGlobalPublishFilter.ALL,
                    said -> take(said.getTopic().toString(), said.getPayloadAsBytes(), said::acknowledge),
                    hands,
                    true);
            client.connectWith()
                    .cleanStart(false)
                    .sessionExpiryInterval(KEPT.toSeconds())
                    .simpleAuth(auth(password))
                    .restrictions()
                    .receiveMaximum(UNACKNOWLEDGED)
                    .applyRestrictions()
                    .send();
        }

        private @Nullable Mqtt5SimpleAuth auth(Optional<byte[]> password) {
            var name = settings.username();
            if (name == null) {
                return null;
            }
            var auth = Mqtt5SimpleAuth.builder().username(name);
            return password.map(secret -> auth.password(secret).build()).orElseGet(auth::build);
        }

        @Override
        public CompletableFuture<?> subscribe() {
            return client.subscribeWith()
                    .topicFilter(settings.subscription())
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send();
        }

        @Override
        public CompletableFuture<?> close() {
            return client.disconnect();
        }
    }

    private final class Three implements Spoken {

        private final Mqtt3AsyncClient client = builder().useMqttVersion3().buildAsync();

        @Override
        public void open(Optional<byte[]> password) {
            client.publishes(
                    MqttGlobalPublishFilter.ALL,
                    said -> take(said.getTopic().toString(), said.getPayloadAsBytes(), said::acknowledge),
                    hands,
                    true);
            client.connectWith().cleanSession(false).simpleAuth(auth(password)).send();
        }

        private @Nullable Mqtt3SimpleAuth auth(Optional<byte[]> password) {
            var name = settings.username();
            if (name == null) {
                return null;
            }
            var auth = Mqtt3SimpleAuth.builder().username(name);
            return password.map(secret -> auth.password(secret).build()).orElseGet(auth::build);
        }

        @Override
        public CompletableFuture<?> subscribe() {
            return client.subscribeWith()
                    .topicFilter(settings.subscription())
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send();
        }

        @Override
        public CompletableFuture<?> close() {
            return client.disconnect();
        }
    }
}
