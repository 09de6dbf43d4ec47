package org.linli.wearables.watch;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.timeout.IdleStateEvent;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.linli.wearables.batch.Gateway;
import org.linli.wearables.batch.Message;
import org.linli.wearables.batch.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One watch's line. It is read only as fast as what it says can be stored, and closed when it sends garbage only. */
final class WatchConnection extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(WatchConnection.class);

    /** Twice the longest frame: whoever sends that much without one frame does not speak the protocol. */
    private static final long GARBAGE = 2L * WatchFrames.LONGEST;

    private static final int AGAIN_MILLIS = 20;

    private final Gateway gateway;
    private final Clock clock;
    private final WatchFrames frames = new WatchFrames();
    private final Deque<Message> waiting = new ArrayDeque<>();

    WatchConnection(Gateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    @Override
    public void channelRead(ChannelHandlerContext line, Object received) {
        var buffer = (ByteBuf) received;
        try {
            var bytes = new byte[buffer.readableBytes()];
            buffer.readBytes(bytes);
            for (var frame : frames.take(bytes)) {
                WatchWords.read(frame, clock.instant()).ifPresent(waiting::add);
            }
        } finally {
            buffer.release();
        }
        if (frames.sinceGood() > GARBAGE) {
            LOG.debug("a connection that sends no frame is closed");
            line.close();
            return;
        }
        handOver(line);
    }

    private void handOver(ChannelHandlerContext line) {
        var sender = new Line(line);
        while (!waiting.isEmpty()) {
            if (!gateway.take(waiting.peekFirst(), sender)) {
                line.channel().config().setAutoRead(false);
                line.executor().schedule(() -> handOver(line), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                return;
            }
            waiting.removeFirst();
        }
        line.channel().config().setAutoRead(true);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext line, Object event) {
        if (event instanceof IdleStateEvent) {
            line.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext line, Throwable failure) {
        LOG.debug("a watch's line broke: {}", failure.toString());
        line.close();
    }

    private record Line(ChannelHandlerContext line) implements Sender {

        @Override
        public void answer(byte[] bytes) {
            line.writeAndFlush(Unpooled.wrappedBuffer(bytes));
        }

        @Override
        public void refuse() {
            line.close();
        }
    }
}
