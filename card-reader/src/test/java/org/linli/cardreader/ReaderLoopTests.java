package org.linli.cardreader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.cardreader.Reading.State;

class ReaderLoopTests {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final SimulatedReader reader = new SimulatedReader();
    private final ReadingBoard board = new ReadingBoard(Duration.ofMinutes(1));
    private final ServerSocket serial = localSocket();
    private Thread loop = new Thread();

    @BeforeEach
    void connectOverASocket() {
        Thread.ofVirtual().start(this::serve);
        loop = Thread.ofVirtual()
                .start(new ReaderLoop(
                        () -> {
                            var socket = new Socket(serial.getInetAddress(), serial.getLocalPort());
                            return new SdtLine(socket.getInputStream(), socket.getOutputStream());
                        },
                        board,
                        Duration.ofMillis(5)));
    }

    @AfterEach
    void cut() throws IOException {
        loop.interrupt();
        serial.close();
    }

    @Test
    void readsEachLayingOfACardOnce() throws Exception {
        var ready = until(State.WAITING, 0);
        reader.lay(1);
        var first = until(State.CARD, ready.number());
        assertThat(first.textBlock()).hasSize(256);
        assertThat(board.after(first.number(), Duration.ofMillis(200)).number()).isEqualTo(first.number());

        reader.lay(2);
        var second = until(State.CARD, first.number());
        assertThat(second.textBlock()).isNotEqualTo(first.textBlock());
    }

    @Test
    void saysWhenACardCannotBeRead() throws Exception {
        reader.lay(SimulatedCards.all().size());
        assertThat(until(State.UNREADABLE, 0).textBlock()).isNull();
    }

    @Test
    void blanksTheNationAndNothingElse() throws Exception {
        reader.lay(1);
        var block = until(State.CARD, 0).textBlock();
        var original = SimulatedCards.all().getFirst().textBlock();
        assertThat(original).isNotNull().contains((byte) '1', org.assertj.core.data.Index.atIndex(34));
        assertThat(block).isNotNull();
        for (var i = 0; i < 256; i++) {
            assertThat(block[i]).isEqualTo(i >= 32 && i < 36 ? (byte) (i % 2 == 0 ? ' ' : 0) : original[i]);
        }
    }

    @Test
    void leavesTheLayoutsAloneThatHoldSomethingElseThere() throws Exception {
        reader.lay(6);
        assertThat(until(State.CARD, 0).textBlock())
                .isEqualTo(SimulatedCards.all().get(5).textBlock());
    }

    @Test
    void forgetsACardThatWasTakenOrGrewOld() throws Exception {
        reader.lay(1);
        var card = until(State.CARD, 0);
        board.forget(card.number());
        assertThat(board.now().state()).isEqualTo(State.WAITING);
        assertThat(board.now().textBlock()).isNull();

        var hasty = new ReadingBoard(Duration.ofMillis(20));
        hasty.showCard(new byte[256], new byte[0]);
        assertThat(hasty.after(hasty.now().number(), Duration.ofSeconds(5)).textBlock())
                .isNull();
    }

    private Reading until(State state, long after) throws InterruptedException {
        var reading = board.after(after, LONG);
        for (var end = System.nanoTime() + LONG.toNanos(); reading.state() != state && System.nanoTime() < end; ) {
            reading = board.after(reading.number(), Duration.ofSeconds(1));
        }
        assertThat(reading.state()).isEqualTo(state);
        return reading;
    }

    private void serve() {
        try (var socket = serial.accept()) {
            reader.serve(socket.getInputStream(), socket.getOutputStream());
        } catch (IOException e) {
            // closed by the end of the test
        }
    }

    private static ServerSocket localSocket() {
        try {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
