package org.linli.bench.watch;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** One watch by hand: what it says and what it is answered is printed. */
public final class SingleWatch implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int BATTERY = 87;

    /** Metres on the way out of a zone, and from one word to the next. */
    private static final int WAY_OUT = 400;

    private static final int STRIDE = 20;

    /** Kilometres an hour. */
    private static final double STROLL = 3.2;

    private final Socket socket;
    private final String number;
    private final Duration every;
    private final Random random;
    private Place place;

    public SingleWatch(int port, String number, Place place, Duration every, long seed) throws IOException {
        this.socket = new Socket("127.0.0.1", port);
        this.number = number;
        this.place = place;
        this.every = every;
        this.random = new Random(seed);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    public void linkUp() throws IOException {
        say(WatchText.link(0, BATTERY));
        hear();
        tell("UD", 0, 0, WatchText.NOTHING);
    }

    public void pressForHelp() throws IOException {
        tell("AL", 0, 0, WatchText.SOS);
        hear();
    }

    public void walk(Duration length) throws IOException, InterruptedException {
        for (var end = Instant.now().plus(length); Instant.now().isBefore(end); ) {
            place = place.moved(random.nextDouble(-8, 8), random.nextDouble(-8, 8));
            tell("UD", STROLL, 90, WatchText.NOTHING);
            Thread.sleep(every);
        }
    }

    /** Straight to the north, and back the same way. */
    public void leaveAndReturn() throws IOException, InterruptedException {
        for (var metres = 0; metres < 2 * WAY_OUT; metres += STRIDE) {
            var out = metres < WAY_OUT;
            place = place.moved(0, out ? STRIDE : -STRIDE);
            tell("UD", STRIDE * 3.6 / every.toSeconds(), out ? 0 : 180, WatchText.NOTHING);
            Thread.sleep(every);
        }
    }

    private void tell(String command, double speed, int course, String status) throws IOException {
        say(WatchText.position(
                command, new WatchText.Report(Instant.now(), place, speed, course, BATTERY, 1200), status));
    }

    @SuppressWarnings("SystemOut")
    private void say(String content) throws IOException {
        var frame = WatchText.frame(number, content);
        System.out.println("> " + frame);
        socket.getOutputStream().write(frame.getBytes(StandardCharsets.UTF_8));
    }

    /** What the server answers, once what was said is stored. */
    @SuppressWarnings("SystemOut")
    private void hear() throws IOException {
        var answer = new StringBuilder();
        for (int one; answer.indexOf("]") < 0; answer.append((char) one)) {
            one = socket.getInputStream().read();
            if (one < 0) {
                throw new IOException("the server hung up: no watch with the number " + number + " is registered");
            }
        }
        System.out.println("< " + answer);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
