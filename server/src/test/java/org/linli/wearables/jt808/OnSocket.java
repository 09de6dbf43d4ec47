package org.linli.wearables.jt808;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A terminal on a real socket. */
final class OnSocket implements AutoCloseable {

    final Terminal terminal;
    final Socket socket;

    private final Jt808Frames frames = new Jt808Frames(broken -> {
        throw new AssertionError(broken);
    });
    private final Deque<Jt808Frame> answers = new ArrayDeque<>();

    OnSocket(Edition edition, String number, int port) throws IOException {
        terminal = new Terminal(edition, number);
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
    }

    void sends(byte[] frames) throws IOException {
        socket.getOutputStream().write(frames);
    }

    /** The next frame, or none when the line was closed. */
    Optional<Jt808Frame> answer() throws IOException {
        while (answers.isEmpty()) {
            var read = read();
            if (read < 0) {
                return Optional.empty();
            }
            answers.addAll(frames.take(new byte[] {(byte) read}));
        }
        return Optional.of(answers.removeFirst());
    }

    private int read() throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (SocketException reset) {
            return -1;
        }
    }

    /** Registers and proves itself. */
    void comesIn() throws IOException {
        sends(terminal.registers());
        var welcome = answer().orElseThrow();
        assertThat(welcome.kind()).isEqualTo(Jt808Kinds.REGISTERED);
        assertThat(welcome.body()[2]).isZero();
        var code = new String(welcome.body(), 3, welcome.body().length - 3, Jt808Orders.GBK);
        assertThat(code).hasSizeBetween(16, 40);
        sends(terminal.authenticates(code));
        isAnswered(Jt808Kinds.AUTHENTICATE, 0);
    }

    void isAnswered(int kind, int result) throws IOException {
        var answer = answer().orElseThrow();
        assertThat(answer.kind()).isEqualTo(Jt808Kinds.PLATFORM_ANSWER);
        assertThat(answer.body())
                .containsExactly(terminal.serial >> 8, terminal.serial & 0xff, kind >> 8, kind & 0xff, result);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
