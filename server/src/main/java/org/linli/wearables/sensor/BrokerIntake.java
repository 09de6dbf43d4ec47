package org.linli.wearables.sensor;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.linli.shared.Refusal;
import org.linli.wearables.WearablesReason;
import org.linli.wearables.batch.Gateway;
import org.linli.wearables.batch.Message;
import org.linli.wearables.batch.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands to the gateway what a broker delivers. A message is acknowledged when it is stored, so that the broker keeps it
 * until then. What can never be stored is counted and acknowledged too: the broker would send it again for ever.
 */
final class BrokerIntake {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerIntake.class);
    private static final Duration AGAIN = Duration.ofMillis(20);
    private static final long BETWEEN_WARNINGS = Duration.ofMinutes(1).toNanos();

    private final Gateway gateway;
    private final Clock clock;
    private final AtomicLong passedOver = new AtomicLong();
    private final AtomicLong nextWarning = new AtomicLong(System.nanoTime());

    BrokerIntake(Gateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    /** How many messages were no readings, or of no device that is registered. */
    long passedOver() {
        return passedOver.get();
    }

    /** @throws InterruptedException when the house stops while too much waits; the message comes again */
    void take(String topic, byte[] payload, Runnable acknowledge) throws InterruptedException {
        Message message;
        try {
            message = read(topic, payload);
        } catch (Refusal refusal) {
            passOver(refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            acknowledge.run();
            return;
        }
        var line = new Line(acknowledge);
        while (!gateway.take(message, line)) {
            Thread.sleep(AGAIN);
        }
    }

    /** A broker allows a sensor its own topic, so a sensor cannot speak for another. */
    private Message read(String topic, byte[] payload) {
        var message = SensorWords.read(SensorWords.readings(payload, 1).getFirst(), clock.instant());
        if (!topic.substring(topic.lastIndexOf('/') + 1).equals(message.device())) {
            throw Refusal.ofField("deviceId", WearablesReason.MALFORMED_NUMBER);
        }
        return message;
    }

    /** Nothing is logged of who sent it; and a flood of them fills no log. */
    private void passOver(String why) {
        var all = passedOver.incrementAndGet();
        var due = nextWarning.get();
        if (System.nanoTime() - due >= 0 && nextWarning.compareAndSet(due, System.nanoTime() + BETWEEN_WARNINGS)) {
            LOG.warn("messages of sensors that were passed over since the start: {}; the last: {}", all, why);
        }
    }

    private final class Line implements Sender {

        private final Runnable acknowledge;

        Line(Runnable acknowledge) {
            this.acknowledge = acknowledge;
        }

        @Override
        public void answer(byte[] bytes) {
            acknowledge.run();
        }

        @Override
        public void refuse() {
            passOver("not registered, or not to be stored");
            acknowledge.run();
        }
    }
}
