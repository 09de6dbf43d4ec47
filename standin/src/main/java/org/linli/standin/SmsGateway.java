package org.linli.standin;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An SMS gateway that keeps what it is given instead of sending it. */
final class SmsGateway {

    private static final int KEPT = 500;

    /** One message as it was handed over. */
    record Message(String id, String at, String phone, String text) {}

    private final InstantSource clock;
    private final Signature signature;
    private final Map<String, Message> messages = new LinkedHashMap<>();
    private volatile boolean outage;

    SmsGateway(Signature signature, InstantSource clock) {
        this.signature = signature;
        this.clock = clock;
    }

    void outage(boolean on) {
        outage = on;
    }

    boolean isDown() {
        return outage;
    }

    void handle(Exchange exchange) throws IOException {
        if (outage) {
            exchange.json(503, Map.of("error", "outage"));
            return;
        }
        if (!exchange.method().equals("POST")) {
            exchange.json(200, Map.of("messages", sent()));
            return;
        }
        var fault = signature.fault(exchange);
        if (fault.isPresent()) {
            exchange.json(401, Map.of("error", fault.get()));
            return;
        }
        var fields = exchange.fields();
        var id = String.valueOf(fields.getOrDefault("id", ""));
        var phone = String.valueOf(fields.getOrDefault("phone", ""));
        var text = String.valueOf(fields.getOrDefault("text", ""));
        if (id.isEmpty() || phone.isEmpty() || text.isEmpty()) {
            exchange.json(422, Map.of("error", "incomplete"));
            return;
        }
        keep(new Message(id, clock.instant().toString(), phone, text));
        exchange.json(202, Map.of("id", id, "state", "SENT"));
    }

    synchronized List<Message> sent() {
        return new ArrayList<>(messages.values()).reversed();
    }

    private synchronized void keep(Message message) {
        messages.putIfAbsent(message.id(), message);
        if (messages.size() > KEPT) {
            messages.remove(messages.keySet().iterator().next());
        }
    }
}
