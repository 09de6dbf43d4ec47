package org.linli.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.linli.shared.Ids;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A phone that reads and sends over HTTP with a session of its own. */
final class BenchPhone {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FORGERY_TOKEN = "0f5a1c3e-7b7d-4c1e-9a5b-2f4e6d8c0b1a";
    private static final int TOO_MANY = 429;

    /** No two changes in a row want the same. */
    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

    private final Line line;
    private final UUID device = Ids.next();
    private final Map<String, Long> cursors = new LinkedHashMap<>();
    private String epoch = "";
    private long seq;
    private long bytes;
    private int records;

    BenchPhone(int port, String session) {
        this.line = new Line(port, true);
        line.keep("LINLI_SESSION", session);
        line.keep("XSRF-TOKEN", FORGERY_TOKEN);
    }

    void register() throws IOException {
        ask(
                "/api/sync/devices",
                Map.of("id", device, "name", "bench", "platform", "bench", "appSchema", 1, "recoveryKey", "AAAA"));
    }

    /** Everything from the beginning; the nanoseconds it took, waiting for a turn included. */
    long readAll() throws IOException, InterruptedException {
        cursors.clear();
        bytes = 0;
        records = 0;
        var begun = System.nanoTime();
        while (readOn()) {
            // The next page.
        }
        return System.nanoTime() - begun;
    }

    /** One page; false when nothing follows. */
    boolean readOn() throws IOException, InterruptedException {
        var page = pull();
        epoch = page.path("epoch").asString();
        var more = false;
        for (var scope : page.path("scopes")) {
            cursors.put(scope.path("id").asString(), scope.path("next").asLong());
            records += scope.path("items").size();
            more |= scope.path("more").asBoolean();
        }
        return more;
    }

    private JsonNode pull() throws IOException, InterruptedException {
        var json = JSON.writeValueAsString(
                Map.of("device", device, "appSchema", 1, "epoch", epoch, "scopes", cursors, "limit", 500));
        while (true) {
            var answer = line.post("/api/sync/pull", json);
            if (answer.status() == TOO_MANY) {
                Thread.sleep(answer.retryAfter() * 1000L);
                continue;
            }
            bytes += answer.bytes();
            return read("/api/sync/pull", answer);
        }
    }

    /** A batch of changes of phone numbers; how many were applied. */
    int send(String type, String scope, List<UUID> ids, int size) throws IOException {
        var batch = new ArrayList<Map<String, Object>>();
        for (var n = 0; n < size; n++) {
            var mutation = new LinkedHashMap<String, Object>();
            mutation.put("id", Ids.next());
            mutation.put("seq", ++seq);
            mutation.put("type", type);
            mutation.put("entity", ids.get((int) (seq % ids.size())));
            mutation.put("op", "patch");
            mutation.put("scope", scope);
            mutation.put("baseVersion", 0);
            mutation.put(
                    "patch",
                    Map.of(
                            "phone",
                            Map.of("base", "", "new", "139%08d".formatted(NUMBER.incrementAndGet() % 100_000_000))));
            mutation.put("occurredAt", Instant.now().toString());
            mutation.put("clockOffset", 0);
            batch.add(mutation);
        }
        var results = ask("/api/sync/push", Map.of("device", device, "appSchema", 1, "mutations", batch))
                .path("results");
        var applied = results.valueStream()
                .map(result -> result.path("outcome").asString())
                .filter(outcome -> outcome.equals("applied") || outcome.equals("merged"))
                .count();
        if (applied == 0) {
            throw new IllegalStateException("no change was applied: " + results);
        }
        return (int) applied;
    }

    /** Over the line since the reading began. */
    long bytes() {
        return bytes;
    }

    void forgetBytes() {
        bytes = 0;
    }

    int records() {
        return records;
    }

    private JsonNode ask(String path, Map<String, ?> body) throws IOException {
        return read(path, line.post(path, JSON.writeValueAsString(body)));
    }

    private static JsonNode read(String path, Line.Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(path + ": " + answer.status() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
