package org.linli.standin;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a broker keeps for a client: its subscriptions, what waits, and what is sent and not acknowledged. */
final class MqttSession {

    /** As many as common brokers leave unacknowledged. */
    private static final int IN_FLIGHT = 20;

    private static final int MOST_WAITING = 10_000;
    private static final int LAST_ID = 65_535;

    /** A message as it was published. */
    record Publication(String topic, byte[] payload) {}

    private final Set<MqttFilter> filters = new HashSet<>();
    private final Deque<Publication> waiting = new ArrayDeque<>();
    private final Map<Integer, Publication> sent = new LinkedHashMap<>();
    private @Nullable Channel line;
    private int lastId;

    /** What was sent before and not acknowledged is sent again first, marked as such. */
    void attach(Channel connected) {
        line = connected;
        sent.forEach((id, publication) -> send(id, publication, true));
        flow();
    }

    void detach(Channel closed) {
        if (closed == line) {
            line = null;
        }
    }

    Optional<Channel> line() {
        return Optional.ofNullable(line);
    }

    void subscribe(MqttFilter filter) {
        filters.add(filter);
    }

    void unsubscribe(MqttFilter filter) {
        filters.remove(filter);
    }

    boolean listens() {
        return !filters.isEmpty();
    }

    /** Which of its subscriptions a topic fits. */
    Optional<MqttFilter> fitting(String topic) {
        return filters.stream().filter(filter -> filter.fits(topic)).findFirst();
    }

    /** The oldest goes when too much waits: this stands in for a broker and has no disk. */
    void take(Publication publication) {
        if (waiting.size() == MOST_WAITING) {
            waiting.removeFirst();
        }
        waiting.addLast(publication);
        flow();
    }

    void acknowledged(int id) {
        sent.remove(id);
        flow();
    }

    int unacknowledged() {
        return sent.size() + waiting.size();
    }

    private void flow() {
        while (line != null && sent.size() < IN_FLIGHT && !waiting.isEmpty()) {
            do {
                lastId = lastId % LAST_ID + 1;
            } while (sent.containsKey(lastId));
            var publication = waiting.removeFirst();
            sent.put(lastId, publication);
            send(lastId, publication, false);
        }
    }

    private void send(int id, Publication publication, boolean again) {
        var message = MqttMessageBuilders.publish()
                .topicName(publication.topic())
                .qos(MqttQoS.AT_LEAST_ONCE)
                .messageId(id)
                .payload(Unpooled.wrappedBuffer(publication.payload()))
                .build();
        if (line != null) {
            line.writeAndFlush(again ? MqttLine.markedAsSentBefore(message) : message);
        }
    }
}
