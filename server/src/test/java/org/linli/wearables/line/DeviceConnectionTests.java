package org.linli.wearables.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.wearables.AlarmKind;
import org.linli.wearables.WearablesSettings;
import org.linli.wearables.batch.Gateway;
import org.linli.wearables.batch.Message;
import org.linli.wearables.batch.Sender;

class DeviceConnectionTests {

    private static final Duration IDLE = Duration.ofMillis(200);
    private static final WearablesSettings SETTINGS =
            new WearablesSettings(-1, -1, "127.0.0.1", 10, IDLE, 600, 10, 1, 500, Duration.ofMillis(20), 20_000);

    /** {@code o} says something, {@code s} calls for help, {@code 3} says three things as one, {@code !} is broken; others are pieces of a frame. */
    private static final class Letters implements Protocol, Dialogue {
        long frames;
        long sinceGood;

        @Override
        public String key() {
            return "letters";
        }

        @Override
        public int garbage() {
            return 1_000;
        }

        @Override
        public Dialogue open() {
            return new Letters();
        }

        @Override
        public List<Heard> take(byte[] bytes, Instant received) {
            var heard = new ArrayList<Heard>();
            for (var letter : bytes) {
                sinceGood++;
                switch (letter) {
                    case 'o' -> heard.add(said(1, Set.of()));
                    case 's' -> heard.add(said(1, Set.of(AlarmKind.SOS)));
                    case '3' -> heard.add(said(3, Set.of()));
                    case '!' -> heard.add(new Heard.Broken(Fault.UNREADABLE, bytes));
                    default -> {}
                }
                if ("os3".indexOf(letter) >= 0) {
                    frames++;
                    sinceGood = 0;
                }
            }
            return heard;
        }

        private static Heard said(int times, Set<AlarmKind> kinds) {
            var message = new Message(
                    "1234567890",
                    Instant.EPOCH,
                    Instant.EPOCH,
                    OptionalInt.empty(),
                    Optional.empty(),
                    List.of(),
                    kinds,
                    Optional.of(new byte[] {'k'}));
            return new Heard.Said(java.util.Collections.nCopies(times, message), Optional.of(new byte[] {'n'}), true);
        }

        @Override
        public long frames() {
            return frames;
        }

        @Override
        public long sinceGood() {
            return sinceGood;
        }

        @Override
        public Optional<byte[]> tell(String device, UUID id, Order order) {
            return order instanceof Order.Quiet ? Optional.empty() : Optional.of(new byte[] {'t'});
        }
    }

    /** Takes only so many ordinary messages. */
    private static final class Store implements Gateway {
        final List<Message> messages = new ArrayList<>();
        final List<Sender> senders = new ArrayList<>();
        int room = Integer.MAX_VALUE;

        @Override
        public boolean take(Message message, Sender sender) {
            if (!message.isUrgent() && room-- <= 0) {
                return false;
            }
            messages.add(message);
            senders.add(sender);
            return true;
        }
    }

    private static final class Desk implements OrderDesk {
        final List<String> heard = new ArrayList<>();

        @Override
        public void connected(String device) {
            heard.add("connected");
        }

        @Override
        public void sent(UUID order) {
            heard.add("sent");
        }

        @Override
        public void answered(UUID order, boolean done) {
            heard.add("answered " + done);
        }
    }

    private final Store store = new Store();
    private final Desk desk = new Desk();
    private final Lines lines = new Lines();
    private final LineCounts counts = new LineCounts();
    private final List<Heard.Broken> kept = new ArrayList<>();
    private final EmbeddedChannel line = new EmbeddedChannel(new DeviceConnection(
            new Letters(),
            new LineCare(
                    store,
                    lines,
                    new DevicePace(SETTINGS),
                    new RegisteredQueries(null),
                    (protocol, broken) -> kept.add(broken),
                    desk,
                    SETTINGS,
                    Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)),
            counts));

    @AfterEach
    void hangUp() {
        line.close();
    }

    @Test
    void answersOnceWhenAllThatCameTogetherIsStored() {
        sends("3");
        assertThat(store.senders).hasSize(3);
        answer(0);
        answer(1);
        assertThat(said()).isEmpty();
        answer(2);
        assertThat(said()).isEqualTo("k");
    }

    @Test
    void endsWithARefusalWhenNobodyRegisteredTheDevice() {
        sends("o");
        store.senders.getFirst().refuse();
        line.runPendingTasks();
        assertThat(said()).isEqualTo("n");
        assertThat(line.isOpen()).isFalse();
        assertThat(counts.standing().unregistered()).isEqualTo(1);
    }

    @Test
    void isReadNoFurtherWhileTooMuchWaitsButACallPasses() {
        store.room = 1;
        sends("ooso");
        assertThat(store.messages).extracting(Message::isUrgent).containsExactly(true, false);
        assertThat(line.config().isAutoRead()).isFalse();
        store.room = 100;
        until(() -> store.messages.size() == 4);
        assertThat(line.config().isAutoRead()).isTrue();
        assertThat(counts.standing().floods()).isZero();
    }

    @Test
    void isReadMoreSlowlyWhenItsDeviceSaysTooMuchButACallPasses() {
        sends("o".repeat(SETTINGS.burst() + 5) + "s");
        assertThat(store.messages).hasSize(SETTINGS.burst() + 1);
        assertThat(store.messages.getFirst().isUrgent()).isTrue();
        assertThat(line.config().isAutoRead()).isFalse();
        until(() -> store.messages.size() == SETTINGS.burst() + 6);
        assertThat(line.config().isAutoRead()).isTrue();
        assertThat(counts.standing().floods()).as("one flood, however long").isEqualTo(1);
        assertThat(line.isOpen()).as("waiting is no silence of the device").isTrue();
    }

    @Test
    void isReadNoFurtherWhileItDoesNotReadItsAnswers() {
        line.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        line.runPendingTasks();
        assertThat(line.config().isAutoRead()).isFalse();
        line.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
        line.runPendingTasks();
        assertThat(line.config().isAutoRead()).isTrue();
    }

    @Test
    void endsWhenBytesTrickleInAndNoFrameIsComplete() {
        var begun = System.nanoTime();
        while (line.isOpen()) {
            sends("x");
            assertThat(System.nanoTime() - begun)
                    .isLessThan(Duration.ofSeconds(20).toNanos());
            pause();
        }
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(IDLE.toNanos());
    }

    @Test
    void staysWhileFramesAreComplete() {
        var begun = System.nanoTime();
        while (System.nanoTime() - begun < 3 * IDLE.toNanos()) {
            sends("o");
            pause();
        }
        assertThat(line.isOpen()).isTrue();
    }

    @Test
    void endsWhenItSendsGarbageOnly() {
        sends("x".repeat(999));
        assertThat(line.isOpen()).isTrue();
        sends("xx");
        assertThat(line.isOpen()).isFalse();
        assertThat(kept).extracting(Heard.Broken::fault).containsExactly(Fault.ONLY_GARBAGE);
    }

    @Test
    void keepsOneSampleAMinuteOfWhatIsBrokenInOneWay() {
        sends("!o!o!");
        assertThat(kept).hasSize(1);
        assertThat(counts.standing()).isEqualTo(new LineCounts.Standing(0, 2, 3, 0, 0, 1));
    }

    @Test
    void tellsADeviceThatWasAnsweredAndTellsItOnce() {
        var order = UUID.randomUUID();
        lines.tell("1234567890", order, new Order.Find());
        sends("o");
        lines.tell("1234567890", order, new Order.Find());
        line.runPendingTasks();
        assertThat(said()).as("not known yet").isEmpty();
        answer(0);
        lines.tell("1234567890", order, new Order.Find());
        lines.tell("1234567890", order, new Order.Find());
        lines.tell("1234567890", UUID.randomUUID(), new Order.Quiet(List.of()));
        line.runPendingTasks();
        assertThat(said()).isEqualTo("kt");
        assertThat(desk.heard).containsExactly("connected", "sent", "answered false");
        line.close();
        lines.tell("1234567890", UUID.randomUUID(), new Order.Find());
        assertThat(desk.heard).hasSize(3);
    }

    private void sends(String letters) {
        line.writeInbound(Unpooled.copiedBuffer(letters, StandardCharsets.US_ASCII));
        line.runScheduledPendingTasks();
    }

    private void answer(int message) {
        store.senders.get(message).answer(new byte[] {'k'});
        line.runPendingTasks();
    }

    private String said() {
        var said = new StringBuilder();
        for (ByteBuf part; (part = line.readOutbound()) != null; part.release()) {
            said.append(part.toString(StandardCharsets.US_ASCII));
        }
        return said.toString();
    }

    private void until(java.util.function.BooleanSupplier done) {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            line.runScheduledPendingTasks();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
