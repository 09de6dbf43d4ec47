package org.linli.wearables.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.testing.SettableClock;
import org.linli.wearables.batch.Gateway;
import org.linli.wearables.batch.Message;
import org.linli.wearables.batch.Sender;

class BrokerIntakeTests {

    private static final String TOPIC = "linli/sensors/anju/869951040000017";
    private static final String GOOD = """
            {"deviceId":"869951040000017","kind":"SMOKE","code":"ALARM"}""";

    private final Gate gate = new Gate();
    private final BrokerIntake intake = new BrokerIntake(gate, new SettableClock());
    private final AtomicInteger acknowledged = new AtomicInteger();

    @Test
    void acknowledgesOnceItIsStored() throws Exception {
        take(TOPIC, GOOD);
        assertThat(gate.taken).hasSize(1);
        assertThat(acknowledged).hasValue(0);
        gate.senders.getFirst().answer(new byte[0]);
        assertThat(acknowledged).hasValue(1);
        assertThat(intake.passedOver()).isZero();
    }

    @Test
    void comesAgainWhileTooMuchWaits() throws Exception {
        gate.full = 3;
        take(TOPIC, GOOD);
        assertThat(gate.taken).hasSize(1);
        assertThat(gate.full).isZero();
    }

    @Test
    void leavesUnacknowledgedWhatWaitsWhenTheHouseStops() throws Exception {
        gate.full = Integer.MAX_VALUE;
        var interrupted = new CountDownLatch(1);
        var waiting = Thread.ofPlatform().start(() -> {
            try {
                take(TOPIC, GOOD);
            } catch (InterruptedException stopping) {
                interrupted.countDown();
            }
        });
        waiting.interrupt();
        interrupted.await();
        assertThat(acknowledged).hasValue(0);
        assertThat(gate.taken).isEmpty();
    }

    @Test
    void acknowledgesAndCountsWhatNobodyRegistered() throws Exception {
        take(TOPIC, GOOD);
        gate.senders.getFirst().refuse();
        assertThat(acknowledged).hasValue(1);
        assertThat(intake.passedOver()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            linli/sensors/anju/869951040000017 | garbage
            linli/sensors/anju/869951040000017 | {"deviceId":"869951040000017","kind":"SMOKE","code":"DANCED"}
            linli/sensors/anju/869951040000018 | {"deviceId":"869951040000017","kind":"SMOKE","code":"ALARM"}
            869951040000018                    | {"deviceId":"869951040000017","kind":"SMOKE","code":"ALARM"}
            linli/sensors/anju/869951040000017 | [{"deviceId":"869951040000017","kind":"SMOKE","code":"ALARM"},{}]
            """)
    void acknowledgesAndCountsWhatIsNoReadingOfTheTopicsDevice(String topic, String payload) throws Exception {
        take(topic, payload);
        assertThat(gate.taken).isEmpty();
        assertThat(acknowledged).hasValue(1);
        assertThat(intake.passedOver()).isEqualTo(1);
    }

    private void take(String topic, String payload) throws InterruptedException {
        intake.take(topic, payload.getBytes(StandardCharsets.UTF_8), acknowledged::incrementAndGet);
    }

    /** A gateway that is full for a while, and answers when the test does. */
    private static final class Gate implements Gateway {
        final List<Message> taken = new ArrayList<>();
        final List<Sender> senders = new ArrayList<>();
        volatile int full;

        @Override
        public boolean take(Message message, Sender sender) {
            if (full > 0) {
                full--;
                return false;
            }
            taken.add(message);
            senders.add(sender);
            return true;
        }
    }
}
