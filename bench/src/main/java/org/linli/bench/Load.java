package org.linli.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Watches that speak over many sockets on one thread, as fast as they are answered or at a rate. Everything but the face
 * runs on that thread.
 */
final class Load implements AutoCloseable, Relay.Listener {

    /**
     * Readings that were sent, and how long from the first until the last heart beat among them was answered.
     *
     * @param perSecond readings
     */
    record Driven(long readings, Duration time) {

        double perSecond() {
            return readings / (time.toNanos() / 1e9);
        }
    }

    /** Readings between two heart beats of a socket. */
    static final int BETWEEN = 20;

    private static final int WAVE = 500;
    private static final int LINKS_AT_ONCE = 50;
    private static final int PACE_MILLIS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventLoop loop = group.next();
    private final List<Relay> relays = new ArrayList<>();
    private final int window;

    private enum Doing {
        NOTHING,
        SPEAKING,
        ENDING,
        LINKING
    }

    private Doing doing = Doing.NOTHING;
    private long said;
    private long unanswered;
    private boolean broken;
    private long begunAt;
    private long answeredAt;
    private double perSecond;
    private long paced;
    private int turn;
    private @Nullable CompletableFuture<Driven> quiet;

    private Load(int window) {
        this.window = window;
    }

    /** Connects so many sockets, over which the first watches of a crowd speak, and waits until each was answered once. */
    static Load open(int port, Crowd crowd, int watches, int sockets, int window) throws Exception {
        var load = new Load(window);
        var frames = new ReadingFrames();
        var bootstrap = new Bootstrap()
                .group(load.group)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_LINGER, 0)
                .remoteAddress("127.0.0.1", port);
        for (var socket = 0; socket < sockets; socket++) {
            var relay = new Relay(
                    crowd,
                    (int) ((long) watches * socket / sockets),
                    (int) ((long) watches * (socket + 1) / sockets),
                    frames,
                    load);
            load.loop.submit(() -> load.relays.add(relay)).sync();
            bootstrap.clone().handler(relay).connect().sync();
            if (socket % WAVE == WAVE - 1) {
                load.awaitQuiet();
            }
        }
        load.awaitQuiet();
        return load;
    }

    /** @param perSecond readings of all together; 0: each socket as fast as it is answered */
    void begin(double perSecond) throws Exception {
        loop.submit(() -> {
                    this.perSecond = perSecond;
                    said = 0;
                    paced = 0;
                    begunAt = System.nanoTime();
                    answeredAt = begunAt;
                    doing = Doing.SPEAKING;
                    if (perSecond == 0) {
                        relays.forEach(this::speak);
                    } else {
                        pace();
                    }
                })
                .sync();
    }

    /** Nothing more is said; returns when every heart beat is answered. */
    Driven end() throws Exception {
        loop.submit(() -> doing = Doing.ENDING).sync();
        return awaitQuiet();
    }

    /** Every watch sends a heart beat; once all are answered, all that any of them said is committed. */
    void settle() throws Exception {
        loop.submit(() -> {
                    doing = Doing.LINKING;
                    relays.forEach(relay -> relay.linkSome(LINKS_AT_ONCE));
                })
                .sync();
        awaitQuiet();
    }

    Driven drive(double perSecond, Duration time) throws Exception {
        begin(perSecond);
        Thread.sleep(time);
        return end();
    }

    private Driven awaitQuiet() throws Exception {
        var waited = new CompletableFuture<Driven>();
        loop.execute(() -> {
            quiet = waited;
            tellIfQuiet();
        });
        try {
            return waited.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the server does not answer all heart beats", e);
        }
    }

    private void speak(Relay relay) {
        while (relay.unanswered() < window) {
            relay.say(BETWEEN);
            said += BETWEEN;
        }
    }

    /** As many sockets in turn speak as are due by now; one that was not answered yet lets its turn pass. */
    private void pace() {
        if (doing != Doing.SPEAKING) {
            return;
        }
        var due = (long) ((System.nanoTime() - begunAt) / 1e9 * perSecond / BETWEEN);
        for (; paced < due; paced++) {
            var relay = relays.get(turn++ % relays.size());
            if (relay.unanswered() < window) {
                relay.say(BETWEEN);
                said += BETWEEN;
            }
        }
        loop.schedule(this::pace, PACE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void asked(int beats) {
        unanswered += beats;
    }

    @Override
    public void answered(Relay relay, int beats) {
        unanswered -= beats;
        answeredAt = System.nanoTime();
        if (doing == Doing.SPEAKING && perSecond == 0) {
            speak(relay);
        } else if (doing == Doing.LINKING && relay.unanswered() == 0) {
            relay.linkSome(LINKS_AT_ONCE);
        }
        tellIfQuiet();
    }

    @Override
    public void lost(Relay relay) {
        broken = true;
        tellIfQuiet();
    }

    private void tellIfQuiet() {
        if (quiet != null && broken) {
            quiet.completeExceptionally(new IllegalStateException("the server hung up on a socket"));
        } else if (quiet != null && unanswered == 0) {
            quiet.complete(new Driven(said, Duration.ofNanos(answeredAt - begunAt)));
            quiet = null;
        }
    }

    @Override
    public void close() {
        loop.submit(() -> {
                    quiet = null;
                    relays.forEach(Relay::close);
                })
                .syncUninterruptibly();
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
