package org.linli.standin;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The department's end of every line: takes applications once, tells how they stand, lists a day's. */
final class DepartmentDesk {

    private final Ledger ledger;
    private final Signature signature;
    private final Answering answering;
    private final InstantSource clock;
    private final JsonMapper json = new JsonMapper();
    private volatile boolean outage;

    DepartmentDesk(Ledger ledger, Signature signature, Answering answering, InstantSource clock) {
        this.ledger = ledger;
        this.signature = signature;
        this.answering = answering;
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
        var fault = signature.fault(exchange);
        if (fault.isPresent()) {
            exchange.json(401, Map.of("error", fault.get()));
            return;
        }
        route(exchange);
    }

    private void route(Exchange exchange) throws IOException {
        // lines / {line} / applications [/ {key} [/ supplements | withdrawal]]
        var segments = exchange.segments();
        var line = segments.get(1);
        var post = exchange.method().equals("POST");
        if (segments.size() == 3 && post) {
            receive(exchange, line);
        } else if (segments.size() == 3) {
            list(exchange, line);
        } else if (segments.size() == 4 && !post) {
            show(exchange, line, segments.get(3));
        } else if (segments.size() == 5 && post) {
            addTo(exchange, line, segments.get(3), segments.get(4));
        } else {
            exchange.json(404, Map.of("error", "unknown-path"));
        }
    }

    private void receive(Exchange exchange, String line) throws IOException {
        var content = json.readTree(exchange.body);
        var key = content.path("key").asString("");
        if (key.isEmpty() || content.path("item").path("code").asString("").isEmpty()) {
            exchange.json(422, Map.of("error", "incomplete"));
            return;
        }
        var delivery = ledger.receive(line, key, exchange.body, content, clock.instant());
        var application = ledger.find(line, key).orElseThrow();
        switch (delivery) {
            case NEW -> {
                exchange.json(202, application.row());
                answering.byItself(application);
            }
            case REPEATED -> exchange.json(200, application.row());
            case CONFLICTING -> exchange.json(409, Map.of("error", "key-used-for-another-application"));
        }
    }

    private void list(Exchange exchange, String line) throws IOException {
        var day = LocalDate.parse(exchange.query().getOrDefault("day", ""));
        var rows = ledger.receivedOn(line, day).stream().map(Application::row).toList();
        exchange.json(200, Map.of("line", line, "day", day.toString(), "applications", rows));
    }

    private void show(Exchange exchange, String line, String key) throws IOException {
        var application = ledger.find(line, key);
        if (application.isEmpty()) {
            exchange.json(404, Map.of("error", "unknown-key"));
            return;
        }
        var row = new java.util.LinkedHashMap<>(application.get().row());
        row.put("answers", application.get().answers);
        exchange.json(200, row);
    }

    private void addTo(Exchange exchange, String line, String key, String what) throws IOException {
        var application = ledger.find(line, key);
        if (application.isEmpty()) {
            exchange.json(404, Map.of("error", "unknown-key"));
            return;
        }
        var content = json.readTree(exchange.body);
        switch (what) {
            case "supplements" -> {
                // The same supplement may arrive twice; it counts once.
                if (!application.get().supplements.contains(content)) {
                    application.get().supplements.add(content);
                    application.get().state = "SUPPLEMENTED";
                }
                exchange.json(200, application.get().row());
            }
            case "withdrawal" -> {
                application.get().state = "WITHDRAWN";
                exchange.json(200, application.get().row());
            }
            default -> exchange.json(404, Map.of("error", "unknown-path"));
        }
    }
}
