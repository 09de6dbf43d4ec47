package org.linli.bench;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/**
 * A socket over which some watches speak in turn: so many readings, then a heart beat of the one that spoke last, whose
 * answer says that what this watch said before is committed. How many of them may be without an answer is its bound.
 */
final class Relay extends ChannelInboundHandlerAdapter {

    /** What the whole load is told of a relay. */
    interface Listener {

        /** Heart beats were sent. */
        void asked(int beats);

        /** Heart beats were answered. */
        void answered(Relay relay, int beats);

        /** The server hung up. */
        void lost(Relay relay);
    }

    private static final int READING_BYTES = 128;
    private static final int LINK_BYTES = 48;

    private final Crowd crowd;
    private final int from;
    private final int to;
    private final ReadingFrames frames;
    private final Listener listener;
    private @Nullable Channel channel;
    private int next;
    private int unanswered;
    private int linked;

    /** @param from the first of its watches; {@code to} is behind the last */
    Relay(Crowd crowd, int from, int to, ReadingFrames frames, Listener listener) {
        this.crowd = crowd;
        this.from = from;
        this.to = to;
        this.frames = frames;
        this.listener = listener;
        this.next = from;
    }

    int unanswered() {
        return unanswered;
    }

    void close() {
        if (channel != null) {
            channel.close();
        }
    }

    /** The next of its watches say where they are, one reading each. */
    void say(int readings) {
        var line = line();
        var buffer = line.alloc().buffer(readings * READING_BYTES + LINK_BYTES);
        var last = next;
        for (var n = 0; n < readings; n++) {
            last = next;
            frames.reading(buffer, last, crowd.tick(last));
            next = last + 1 == to ? from : last + 1;
        }
        frames.link(buffer, last);
        ask(1);
        line.writeAndFlush(buffer);
    }

    /** Each of the next of its watches sends a heart beat; false once all have. */
    boolean linkSome(int most) {
        var count = Math.min(most, to - from - linked);
        if (count == 0) {
            linked = 0;
            return false;
        }
        var line = line();
        var buffer = line.alloc().buffer(count * LINK_BYTES);
        for (var n = 0; n < count; n++) {
            frames.link(buffer, from + linked++);
        }
        ask(count);
        line.writeAndFlush(buffer);
        return true;
    }

    private void ask(int beats) {
        unanswered += beats;
        listener.asked(beats);
    }

    private Channel line() {
        if (channel == null) {
            throw new IllegalStateException("a relay is not connected");
        }
        return channel;
    }

    @Override
    public void channelActive(ChannelHandlerContext line) {
        channel = line.channel();
        linkFirst();
    }

    private void linkFirst() {
        var line = line();
        var buffer = line.alloc().buffer(LINK_BYTES);
        frames.link(buffer, from);
        ask(1);
        line.writeAndFlush(buffer);
    }

    @Override
    public void channelRead(ChannelHandlerContext line, Object received) {
        var buffer = (ByteBuf) received;
        var answers = 0;
        for (var at = buffer.readerIndex(); at < buffer.writerIndex(); at++) {
            if (buffer.getByte(at) == ']') {
                answers++;
            }
        }
        buffer.release();
        unanswered -= answers;
        listener.answered(this, answers);
    }

    @Override
    public void channelInactive(ChannelHandlerContext line) {
        listener.lost(this);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext line, Throwable failure) {
        line.close();
    }
}
