package org.linli.wearables.line;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.linli.wearables.batch.Message;
import org.linli.wearables.batch.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of a device. It is read only as fast as what it says can be stored and its device may speak; a call for help
 * passes everything that waits. It ends when it sends garbage only, or no frame is complete for too long: bytes that trickle
 * in are no sign of life.
 */
final class DeviceConnection extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceConnection.class);
    private static final long AGAIN = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long A_MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final Protocol protocol;
    private final LineCare care;
    private final LineCounts counts;
    private final Dialogue dialogue;

    private final Deque<Waiting> calls = new ArrayDeque<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Set<String> devices = ConcurrentHashMap.newKeySet();
    private @Nullable Set<UUID> told;
    private @Nullable Map<Fault, Long> sampled;
    private @Nullable Channel channel;
    private long alive;
    private boolean comesAgain;
    private boolean countedIn;
    private boolean flooding;
    private boolean knocking;

    DeviceConnection(Protocol protocol, LineCare care, LineCounts counts) {
        this.protocol = protocol;
        this.care = care;
        this.counts = counts;
        this.dialogue = protocol.open();
    }

    private record Waiting(Message message, Sender sender) {}

    @Override
    public void channelActive(ChannelHandlerContext line) {
        channel = line.channel();
        alive = System.nanoTime();
        watch(line, care.settings().idle().toNanos());
        line.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext line, Object received) {
        var buffer = (ByteBuf) received;
        var bytes = new byte[buffer.readableBytes()];
        try {
            buffer.readBytes(bytes);
        } finally {
            buffer.release();
        }
        var before = dialogue.frames();
        var heard = dialogue.take(bytes, care.clock().instant());
        var frames = dialogue.frames() - before;
        if (frames > 0) {
            counts.frames(frames);
            alive = System.nanoTime();
        }
        for (var one : heard) {
            hear(line, one);
        }
        if (dialogue.sinceGood() > protocol.garbage()) {
            broken(Heard.Broken.of(Fault.ONLY_GARBAGE, bytes, 0, bytes.length));
            line.close();
            return;
        }
        handOver(line);
    }

    private void hear(ChannelHandlerContext line, Heard heard) {
        switch (heard) {
            case Heard.Said said -> said(line, said);
            case Heard.Reply(var bytes, var last) -> {
                if (last) {
                    counts.unregistered();
                    hangUp(line, bytes);
                } else {
                    line.writeAndFlush(Unpooled.wrappedBuffer(bytes), line.voidPromise());
                }
            }
            case Heard.Knock knock -> knock(line, knock);
            case Heard.Obeyed(var order, var done) -> care.orders().answered(order, done);
            case Heard.Broken broken -> broken(broken);
        }
    }

    private void said(ChannelHandlerContext line, Heard.Said said) {
        var sender = new Answering(line, said);
        for (var message : said.messages()) {
            (message.isUrgent() ? calls : waiting).addLast(new Waiting(message, sender));
        }
    }

    /** What waits is handed over in its order, calls for help before all else and at any pace. */
    private void handOver(ChannelHandlerContext line) {
        while (!calls.isEmpty()) {
            if (!handOver(calls)) {
                readLater(line, AGAIN);
                return;
            }
        }
        while (!waiting.isEmpty()) {
            if (!mayBeSaid(line)) {
                return;
            }
            if (!handOver(waiting)) {
                readLater(line, AGAIN);
                return;
            }
            countedIn = false;
        }
        flooding = false;
        readIfWritable(line);
    }

    /** Whether the first that waits may be said now; once counted in, it stays so however long the queue is full. */
    private boolean mayBeSaid(ChannelHandlerContext line) {
        if (countedIn) {
            return true;
        }
        var wait = care.pace().take(waiting.getFirst().message().device(), System.nanoTime());
        countedIn = wait == 0;
        if (!countedIn) {
            if (!flooding) {
                counts.flood();
            }
            flooding = true;
            readLater(line, Math.max(wait, AGAIN));
        }
        return countedIn;
    }

    private boolean handOver(Deque<Waiting> queue) {
        var first = queue.getFirst();
        if (!care.gateway().take(first.message(), first.sender())) {
            return false;
        }
        queue.removeFirst();
        return true;
    }

    private void readLater(ChannelHandlerContext line, long nanos) {
        line.channel().config().setAutoRead(false);
        if (!comesAgain) {
            comesAgain = true;
            line.executor()
                    .schedule(
                            () -> {
                                comesAgain = false;
                                // Silence is ours, not the device's.
                                alive = System.nanoTime();
                                handOver(line);
                            },
                            nanos,
                            TimeUnit.NANOSECONDS);
        }
    }

    /** Who does not read the answers is not asked for more. */
    private void readIfWritable(ChannelHandlerContext line) {
        line.channel().config().setAutoRead(line.channel().isWritable());
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext line) {
        if (!comesAgain) {
            readIfWritable(line);
        }
    }

    /** Who knocks on and on is answered once: asking the database is no way to keep others from it. */
    private void knock(ChannelHandlerContext line, Heard.Knock knock) {
        if (knocking) {
            return;
        }
        knocking = true;
        try {
            care.registered()
                    .knows(knock.device())
                    .whenCompleteAsync(
                            (known, failure) -> {
                                knocking = false;
                                if (failure != null) {
                                    line.close();
                                } else if (known) {
                                    line.writeAndFlush(Unpooled.wrappedBuffer(knock.welcome()), line.voidPromise());
                                } else {
                                    counts.unregistered();
                                    hangUp(line, knock.refusal());
                                }
                            },
                            line.executor());
        } catch (RejectedExecutionException tooManyAsk) {
            line.close();
        }
    }

    private void broken(Heard.Broken broken) {
        counts.fault();
        var seen = sampled == null ? new EnumMap<Fault, Long>(Fault.class) : sampled;
        sampled = seen;
        var now = System.nanoTime();
        var last = seen.get(broken.fault());
        if (last == null || now - last > A_MINUTE) {
            seen.put(broken.fault(), now);
            if (care.quarantine().keep(protocol.key(), broken)) {
                counts.quarantined();
            }
        }
    }

    /** Tells a device something once, from whatever thread. */
    void tell(String device, UUID id, Order order) {
        var line = channel;
        if (line != null) {
            line.eventLoop().execute(() -> {
                var already = told == null ? new HashSet<UUID>() : told;
                told = already;
                if (already.add(id)) {
                    dialogue.tell(device, id, order)
                            .ifPresentOrElse(
                                    bytes -> {
                                        care.orders().sent(id);
                                        line.writeAndFlush(Unpooled.wrappedBuffer(bytes), line.voidPromise());
                                    },
                                    () -> care.orders().answered(id, false));
                }
            });
        }
    }

    private void watch(ChannelHandlerContext line, long nanos) {
        line.executor()
                .schedule(
                        () -> {
                            if (!line.channel().isActive()) {
                                return;
                            }
                            var left = care.settings().idle().toNanos() - (System.nanoTime() - alive);
                            if (left <= 0) {
                                line.close();
                            } else {
                                watch(line, left);
                            }
                        },
                        nanos,
                        TimeUnit.NANOSECONDS);
    }

    private static void hangUp(ChannelHandlerContext line, byte[] last) {
        line.writeAndFlush(Unpooled.wrappedBuffer(last)).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void channelInactive(ChannelHandlerContext line) {
        devices.forEach(device -> care.lines().gone(device, this));
        // None of it was answered, so the device says it again; a call is still handed over.
        waiting.clear();
        line.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext line, Throwable failure) {
        LOG.debug("a device's line broke: {}", failure.toString());
        line.close();
    }

    /** Answers once everything that came together is stored; whoever is answered is known, and may be told things. */
    private final class Answering implements Sender {
        private final ChannelHandlerContext line;
        private final Heard.Said said;
        private final AtomicInteger left;

        Answering(ChannelHandlerContext line, Heard.Said said) {
            this.line = line;
            this.said = said;
            this.left = new AtomicInteger(said.messages().size());
        }

        @Override
        public void answer(byte[] bytes) {
            if (left.decrementAndGet() > 0) {
                return;
            }
            line.writeAndFlush(Unpooled.wrappedBuffer(bytes), line.voidPromise());
            var device = said.messages().getFirst().device();
            if (said.trusted() && care.lines().heard(device, DeviceConnection.this)) {
                devices.add(device);
                care.orders().connected(device);
                if (!line.channel().isActive()) {
                    care.lines().gone(device, DeviceConnection.this);
                }
            }
        }

        @Override
        public void refuse() {
            counts.unregistered();
            said.refusal().ifPresentOrElse(bytes -> hangUp(line, bytes), line::close);
        }
    }
}
