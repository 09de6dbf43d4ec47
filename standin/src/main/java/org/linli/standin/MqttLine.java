package org.linli.standin;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import org.jspecify.annotations.Nullable;
import org.linli.standin.MqttSession.Publication;

/** One client's connection to the broker. */
final class MqttLine extends SimpleChannelInboundHandler<MqttMessage> {

    private static final int FIVE = 5;

    private final MqttSessions sessions;
    private @Nullable MqttSession session;
    private String client = "";
    private boolean forgets;

    MqttLine(MqttSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext line, MqttMessage said) {
        if (said.decoderResult().isFailure() || session == null && !(said instanceof MqttConnectMessage)) {
            line.close();
            return;
        }
        switch (said) {
            case MqttConnectMessage connect -> connect(line, connect);
            case MqttPublishMessage publish -> publish(line, publish);
            case MqttSubscribeMessage subscribe -> subscribe(line, subscribe);
            case MqttUnsubscribeMessage unsubscribe -> unsubscribe(line, unsubscribe);
            default -> other(line, said);
        }
    }

    private void connect(ChannelHandlerContext line, MqttConnectMessage connect) {
        var header = connect.variableHeader();
        client = connect.payload().clientIdentifier();
        if (client.isEmpty()) {
            line.close();
            return;
        }
        var five = header.version() == FIVE;
        var expiry = header.properties().getProperty(MqttProperties.SESSION_EXPIRY_INTERVAL);
        forgets = five ? expiry == null || expiry.value().equals(0) : header.isCleanSession();
        var known = sessions.isKnown(client) && !header.isCleanSession();
        var opened = sessions.open(client, header.isCleanSession());
        session = opened;
        line.writeAndFlush(accepted(known));
        opened.attach(line.channel());
    }

    private static MqttConnAckMessage accepted(boolean known) {
        return MqttMessageBuilders.connAck()
                .returnCode(MqttConnectReturnCode.CONNECTION_ACCEPTED)
                .sessionPresent(known)
                .properties(MqttProperties.NO_PROPERTIES)
                .build();
    }

    private void publish(ChannelHandlerContext line, MqttPublishMessage publish) {
        var payload = new byte[publish.payload().readableBytes()];
        publish.payload().readBytes(payload);
        var level = publish.fixedHeader().qosLevel();
        if (level == MqttQoS.EXACTLY_ONCE) {
            line.close();
            return;
        }
        sessions.route(new Publication(publish.variableHeader().topicName(), payload));
        if (level == MqttQoS.AT_LEAST_ONCE) {
            line.writeAndFlush(MqttMessageBuilders.pubAck()
                    .packetId(publish.variableHeader().packetId())
                    .reasonCode((byte) 0)
                    .build());
        }
    }

    private void subscribe(ChannelHandlerContext line, MqttSubscribeMessage subscribe) {
        var answer =
                MqttMessageBuilders.subAck().packetId(subscribe.variableHeader().messageId());
        for (var wanted : subscribe.payload().topicSubscriptions()) {
            required().subscribe(MqttFilter.of(wanted.topicFilter()));
            answer.addGrantedQos(MqttQoS.AT_LEAST_ONCE);
        }
        line.writeAndFlush(answer.build());
    }

    private void unsubscribe(ChannelHandlerContext line, MqttUnsubscribeMessage unsubscribe) {
        var answer = MqttMessageBuilders.unsubAck()
                .packetId(unsubscribe.variableHeader().messageId());
        for (var filter : unsubscribe.payload().topics()) {
            required().unsubscribe(MqttFilter.of(filter));
            answer.addReasonCode((short) 0);
        }
        line.writeAndFlush(answer.build());
    }

    private void other(ChannelHandlerContext line, MqttMessage said) {
        switch (said.fixedHeader().messageType()) {
            case PUBACK -> required().acknowledged(((MqttMessageIdVariableHeader) said.variableHeader()).messageId());
            case PINGREQ -> line.writeAndFlush(MqttMessage.PINGRESP);
            default -> line.close();
        }
    }

    private MqttSession required() {
        if (session == null) {
            throw new IllegalStateException("nothing comes before the connection is accepted");
        }
        return session;
    }

    @Override
    public void channelInactive(ChannelHandlerContext line) {
        if (session != null) {
            session.detach(line.channel());
            if (forgets && session.line().isEmpty()) {
                sessions.forget(client, session);
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext line, Throwable failure) {
        line.close();
    }

    static MqttPublishMessage markedAsSentBefore(MqttPublishMessage message) {
        return new MqttPublishMessage(
                new MqttFixedHeader(MqttMessageType.PUBLISH, true, MqttQoS.AT_LEAST_ONCE, false, 0),
                message.variableHeader(),
                message.payload());
    }
}
