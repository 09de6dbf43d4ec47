package org.linli.standin;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Stands in for the district's MQTT broker, which sensors publish to: MQTT 3.1.1 and 5, at most and at least once, sessions
 * that outlive a connection, shared subscriptions. It lets everybody in, listens on the loopback address only, and keeps
 * everything in memory.
 */
public final class MqttBroker implements AutoCloseable {

    private static final int LONGEST = 256 * 1024;

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final MqttSessions sessions = new MqttSessions();
    private final ChannelGroup lines = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel channel;

    private MqttBroker(int port) throws IOException {
        var bound = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connected) {
                        lines.add(connected);
                        connected
                                .pipeline()
                                .addLast(new MqttDecoder(LONGEST))
                                .addLast(MqttEncoder.INSTANCE)
                                .addLast(new MqttLine(sessions));
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            loop.shutdownGracefully();
            throw new IOException("port " + port + " for MQTT is in use");
        }
        channel = bound.channel();
    }

    /** @param port 0 takes a free one */
    public static MqttBroker start(int port) throws IOException {
        return new MqttBroker(port);
    }

    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** How many messages a client has not acknowledged, sent or not. */
    public int unacknowledged(String client) {
        return ask(() -> sessions.find(client).map(MqttSession::unacknowledged).orElse(0));
    }

    /** Whether a client is connected. */
    public boolean isThere(String client) {
        return ask(() -> sessions.find(client).flatMap(MqttSession::line).isPresent());
    }

    /** Whether a client is connected and has subscribed to something. */
    public boolean isListening(String client) {
        return ask(() -> sessions.find(client)
                .filter(session -> session.line().isPresent())
                .filter(MqttSession::listens)
                .isPresent());
    }

    /** Breaks a client's connection without a word, as a network does. */
    public void cut(String client) {
        ask(() -> {
            sessions.find(client).flatMap(MqttSession::line).ifPresent(line -> line.close());
            return true;
        });
    }

    private <T> T ask(Callable<T> question) {
        return loop.submit(question).syncUninterruptibly().getNow();
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        lines.close().syncUninterruptibly();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
