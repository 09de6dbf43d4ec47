package org.linli.wearables.watch;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.timeout.IdleStateHandler;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.linli.shared.StartRefusal;
import org.linli.wearables.WearablesSettings;
import org.linli.wearables.batch.Gateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens for watches that speak the text protocol. */
@Component
class WatchListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WatchListener.class);
    private static final int THREADS = 2;

    private final Gateway gateway;
    private final WearablesSettings settings;
    private final Clock clock;
    private final AtomicInteger connections = new AtomicInteger();
    private @Nullable EventLoopGroup loops;
    private volatile @Nullable Channel channel;

    WatchListener(Gateway gateway, WearablesSettings settings, Clock clock) {
        this.gateway = gateway;
        this.settings = settings;
        this.clock = clock;
    }

    /** The port that is listened on; 0 while there is none. */
    int port() {
        var listening = channel;
        return listening == null ? 0 : ((InetSocketAddress) listening.localAddress()).getPort();
    }

    @Override
    public void start() {
        if (settings.watchPort() < 0) {
            return;
        }
        var group = new MultiThreadIoEventLoopGroup(THREADS, NioIoHandler.newFactory());
        loops = group;
        var bound = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connected) {
                        connect(connected);
                    }
                })
                .bind(settings.address(), settings.watchPort())
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            group.shutdownGracefully();
            throw new StartRefusal(
                    "Port " + settings.watchPort() + " for watches is already in use on this machine; stop"
                            + " the program that uses it, or name another with --linli.wearables.watch-port. 手表接入端口 "
                            + settings.watchPort() + " 已被占用，请停掉占用它的程序，或用 --linli.wearables.watch-port 另指定一个。");
        }
        channel = bound.channel();
        LOG.info("watches are heard on {}:{}", settings.address(), port());
    }

    private void connect(SocketChannel connected) {
        if (connections.incrementAndGet() > settings.mostConnections()) {
            connections.decrementAndGet();
            connected.close();
            return;
        }
        connected.closeFuture().addListener(closed -> connections.decrementAndGet());
        connected
                .pipeline()
                .addLast(new IdleStateHandler(settings.idle().toMillis(), 0, 0, TimeUnit.MILLISECONDS))
                .addLast(new WatchConnection(gateway, clock));
    }

    @Override
    public void stop() {
        var listening = channel;
        if (listening != null) {
            listening.close().awaitUninterruptibly();
            channel = null;
        }
        var group = loops;
        if (group != null) {
            group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
            loops = null;
        }
    }

    @Override
    public boolean isRunning() {
        return channel != null;
    }
}
