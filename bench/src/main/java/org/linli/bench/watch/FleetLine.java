package org.linli.bench.watch;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The line of one watch of a fleet. It links up again whenever it was cut off, and puts by what its watch says until it is
 * answered. A watch that the server hangs up on before it answers is not registered yet, and tries again after longer and
 * longer pauses.
 */
final class FleetLine {

    private static final int LONGEST_PAUSE = 32;
    private static final int MOST_WAITING = 100;

    private final Watch watch;
    private final Bootstrap bootstrap;
    private final FleetTally tally;
    private final List<String> waiting = new ArrayList<>();
    private @Nullable Channel channel;
    private boolean linked;
    private boolean refused;

    /** In steps. */
    private int pause;

    private int nextPause = 1;

    FleetLine(Watch watch, Bootstrap bootstrap, FleetTally tally) {
        this.watch = watch;
        this.bootstrap = bootstrap;
        this.tally = tally;
    }

    boolean isLinked() {
        return linked;
    }

    boolean isRefused() {
        return refused;
    }

    boolean isOutOfReach() {
        return !watch.isReachable();
    }

    void step() {
        var said = watch.live(Instant.now());
        if (!watch.isReachable()) {
            hangUp();
            return;
        }
        said.forEach(this::say);
        if (channel == null && pause-- <= 0) {
            connect();
        }
    }

    void call(boolean fallen) {
        if (refused) {
            return;
        }
        tally.tell(watch.number(), fallen ? "fell" : "calls for help");
        say(fallen ? watch.fall(Instant.now()) : watch.pressForHelp(Instant.now()));
        if (channel == null) {
            connect();
        }
    }

    private void say(String content) {
        if (linked && channel != null) {
            send(channel, List.of(content));
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(content);
        }
    }

    private void connect() {
        channel = bootstrap
                .clone()
                .handler(new Heard())
                .connect()
                .addListener((ChannelFuture connecting) -> {
                    if (connecting.isSuccess()) {
                        send(connecting.channel(), List.of(watch.link()));
                    } else {
                        channel = null;
                    }
                })
                .channel();
    }

    private void hangUp() {
        if (channel != null) {
            linked = false;
            channel.close();
        }
    }

    private void send(Channel to, List<String> contents) {
        var frames = new StringBuilder();
        contents.forEach(content -> frames.append(WatchText.frame(watch.number(), content)));
        to.writeAndFlush(Unpooled.copiedBuffer(frames, StandardCharsets.US_ASCII));
        tally.add(contents.size());
    }

    private final class Heard extends ChannelInboundHandlerAdapter {

        private boolean answered;

        @Override
        public void channelRead(ChannelHandlerContext line, Object received) {
            var buffer = (ByteBuf) received;
            var text = buffer.toString(StandardCharsets.UTF_8);
            buffer.release();
            if (text.contains("*AL]")) {
                tally.tell(watch.number(), "was answered");
            }
            if (!answered) {
                answered = true;
                linked = true;
                refused = false;
                nextPause = 1;
                send(line.channel(), waiting);
                waiting.clear();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext line) {
            if (channel == line.channel()) {
                channel = null;
                linked = false;
            }
            if (!answered && watch.isReachable()) {
                refused = true;
                nextPause = Math.min(LONGEST_PAUSE, 2 * nextPause);
                pause = nextPause;
                waiting.clear();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext line, Throwable failure) {
            line.close();
        }
    }
}
