package org.linli.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.Random;

/** Watches that call for help one after the other, each by a socket of its own, until a desk has heard each. */
final class Presses {

    private static final int MOST_PAUSE_MILLIS = 60;
    private static final int PATIENCE_MILLIS = 60_000;

    private final int port;
    private final Crowd crowd;
    private final DeskPage desk;
    private final ReadingFrames frames = new ReadingFrames();
    private final Random random = new Random(1);
    private int next;

    /** @param first the first watch that presses; each presses once */
    Presses(int port, Crowd crowd, int first, DeskPage desk) {
        this.port = port;
        this.crowd = crowd;
        this.desk = desk;
        this.next = first;
    }

    /** From writing the call to the socket until the desk's page has read of it. */
    Latencies press(int times) throws IOException, InterruptedException {
        var latencies = new Latencies();
        for (var n = 0; n < times; n++) {
            latencies.add(press());
        }
        return latencies;
    }

    private long press() throws IOException, InterruptedException {
        var watch = next++;
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            var out = socket.getOutputStream();
            var buffer = Unpooled.buffer();
            frames.link(buffer, watch);
            out.write(bytes(buffer));
            hear(socket);
            Thread.sleep(random.nextInt(MOST_PAUSE_MILLIS));
            frames.callForHelp(buffer, watch, crowd.tick(watch));
            var call = bytes(buffer);
            var begun = System.nanoTime();
            out.write(call);
            var heard = desk.awaitMore();
            hear(socket);
            return heard - begun;
        }
    }

    private static byte[] bytes(ByteBuf buffer) {
        var bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }

    private static void hear(Socket socket) throws IOException {
        var in = socket.getInputStream();
        for (var next = in.read(); next != ']'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server hung up on a watch that calls");
            }
        }
    }
}
