package org.linli.cardreader;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A line to a reader: one command, one reply. The bytes may come from a serial port, a socket or the simulator.
 */
final class SdtLine {

    private static final byte[] END = {};

    private final OutputStream out;
    private final FrameDecoder decoder = new FrameDecoder();
    private final LinkedBlockingQueue<byte[]> replies = new LinkedBlockingQueue<>();

    SdtLine(InputStream in, OutputStream out) {
        this.out = out;
        Thread.ofVirtual().name("sdt-line").start(() -> listen(in));
    }

    /**
     * Sends a command and waits for its reply; empty when none came in time.
     *
     * @throws IOException when the line is cut
     */
    Optional<byte[]> ask(byte[] command, Duration longest) throws IOException, InterruptedException {
        replies.removeIf(reply -> reply != END);
        out.write(Frame.encode(command));
        out.flush();
        var reply = replies.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        if (reply == null) {
            synchronized (decoder) {
                reply = decoder.giveUp().stream().findFirst().orElse(null);
            }
        }
        if (reply == END) {
            replies.add(END);
            throw new IOException("the line to the reader is cut");
        }
        return Optional.ofNullable(reply);
    }

    private void listen(InputStream in) {
        var buffer = new byte[2048];
        try {
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                synchronized (decoder) {
                    replies.addAll(decoder.feed(Arrays.copyOf(buffer, count)));
                }
            }
        } catch (IOException e) {
            // the line is cut, and ask() says so
        }
        replies.add(END);
    }
}
