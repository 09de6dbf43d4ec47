package org.linli.wearables.line;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.linli.shared.StartRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Listens for devices that speak one protocol. */
public abstract class DeviceListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceListener.class);
    private static final int THREADS = 2;

    private final Protocol protocol;
    private final LineSettings settings;
    private final LineCare care;
    private final LineCounts counts = new LineCounts();
    private @Nullable EventLoopGroup loops;
    private volatile @Nullable Channel channel;

    protected DeviceListener(Protocol protocol, LineSettings settings, LineCare care) {
        this.protocol = protocol;
        this.settings = settings;
        this.care = care;
    }

    /** The port that is listened on; 0 while there is none. */
    public int port() {
        var listening = channel;
        return listening == null ? 0 : ((InetSocketAddress) listening.localAddress()).getPort();
    }

    String protocol() {
        return protocol.key();
    }

    LineCounts.Standing standing() {
        return counts.standing();
    }

    @Override
    public void start() {
        if (settings.port() < 0) {
            return;
        }
        var group = new MultiThreadIoEventLoopGroup(THREADS, NioIoHandler.newFactory());
        loops = group;
        var address = care.settings().address();
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
                .bind(address, settings.port())
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            group.shutdownGracefully();
            throw new StartRefusal(settings.taken());
        }
        channel = bound.channel();
        LOG.info("{} are heard on {}:{}", settings.devices().en(), address, port());
    }

    private void connect(SocketChannel connected) {
        if (!counts.opened(care.settings().mostConnections())) {
            connected.close();
            return;
        }
        connected.closeFuture().addListener(closed -> counts.closed());
        connected.pipeline().addLast(new DeviceConnection(protocol, care, counts));
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
