package org.linli.bench.watch;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Many living watches, each with a socket of its own, on one thread. Their homes lie around a place, and their steps are
 * spread over time. Once a minute it says how many are linked; calls for help are said as they happen.
 */
public final class Fleet {

    /** Metres from the middle within which two of three live, in either direction; nobody lives farther than this many times it. */
    private static final double SPREAD = 800;

    private static final double FARTHEST = 1.6;
    private static final int FALLS_IN_TEN = 3;

    private final FleetWanted wanted;
    private final EventLoop loop;
    private final Random random;
    private final FleetTally tally = new FleetTally();
    private final List<FleetLine> lines = new ArrayList<>();

    private Fleet(FleetWanted wanted, EventLoop loop) {
        this.wanted = wanted;
        this.loop = loop;
        this.random = new Random(wanted.seed());
    }

    /** Returns when its time is over. */
    public static void run(FleetWanted wanted) throws InterruptedException {
        var group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        var fleet = new Fleet(wanted, group.next());
        fleet.loop.execute(fleet::setOut);
        if (wanted.length().isZero()) {
            group.terminationFuture().await();
        } else {
            TimeUnit.MILLISECONDS.sleep(wanted.length().toMillis());
        }
        fleet.loop.submit(fleet::tell).await();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
    }

    private void setOut() {
        var bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .remoteAddress("127.0.0.1", wanted.port());
        var millis = wanted.every().toMillis();
        for (var n = 0; n < wanted.watches(); n++) {
            var own = new Random(wanted.seed() * 1_000_003 + n);
            var watch = new Watch(wanted.number(n), home(own), wanted.every(), own);
            var line = new FleetLine(watch, bootstrap, tally);
            lines.add(line);
            loop.scheduleAtFixedRate(line::step, own.nextLong(millis), millis, TimeUnit.MILLISECONDS);
        }
        if (!wanted.betweenAlarms().isZero()) {
            awaitAlarm();
        }
        loop.scheduleAtFixedRate(this::tell, 1, 1, TimeUnit.MINUTES);
    }

    private Place home(Random own) {
        return wanted.around().moved(within(own) * SPREAD, within(own) * SPREAD);
    }

    private static double within(Random own) {
        return Math.clamp(own.nextGaussian(), -FARTHEST, FARTHEST);
    }

    private void awaitAlarm() {
        var wait = wanted.betweenAlarms().toMillis() * random.nextExponential();
        loop.schedule(
                () -> {
                    lines.get(random.nextInt(lines.size())).call(random.nextInt(10) < FALLS_IN_TEN);
                    awaitAlarm();
                },
                (long) wait,
                TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings("SystemOut")
    private void tell() {
        System.out.printf(
                "%s  %d watches, %d linked, %d out of reach, %d not registered; %,d said%n",
                FleetTally.now(),
                lines.size(),
                lines.stream().filter(FleetLine::isLinked).count(),
                lines.stream().filter(FleetLine::isOutOfReach).count(),
                lines.stream().filter(FleetLine::isRefused).count(),
                tally.said());
    }
}
