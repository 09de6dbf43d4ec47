package org.linli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.linli.shared.Ids;
import org.linli.testing.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A phone as the protocol asks it to be, with nothing of a browser: what it holds, what it has to send, how far it has read. */
final class Phone {

    private static final JsonMapper JSON = JsonMapper.shared();

    final SignedIn holder;
    UUID device = Ids.next();
    String token = "";
    String epoch = "";
    int appSchema = 2;
    long lastSeq;

    /** Everything it ever made, by number; kept after it is acknowledged, for a server restored from a backup. */
    final TreeMap<Long, Map<String, Object>> made = new TreeMap<>();
    /** Results by identifier of the change. */
    final Map<String, JsonNode> results = new LinkedHashMap<>();

    final Map<String, Long> cursors = new LinkedHashMap<>();
    /** Versions of what it holds, by scope. */
    final Map<String, Map<String, Long>> members = new TreeMap<>();

    final Map<String, JsonNode> records = new TreeMap<>();
    final List<String> reloads = new ArrayList<>();
    /** Scopes that are being read from the beginning. */
    final Set<String> loading = new HashSet<>();

    boolean wiped;

    private final MockMvcTester mvc;
    private long acknowledged;

    Phone(MockMvcTester mvc, SignedIn holder) {
        this.mvc = mvc;
        this.holder = holder;
    }

    Phone register() {
        var answer = ask(
                "/api/sync/devices",
                Map.of("id", device, "name", "测试机", "platform", "test", "appSchema", appSchema, "recoveryKey", "AAAA"),
                200);
        token = answer.path("token").asString();
        return this;
    }

    /** Registers as another phone and numbers anew what has no result, as after a fork. */
    void registerAnew() {
        device = Ids.next();
        register();
        var unsent = unsent();
        made.clear();
        lastSeq = 0;
        acknowledged = 0;
        unsent.forEach(mutation -> {
            mutation.put("seq", ++lastSeq);
            made.put(lastSeq, mutation);
        });
    }

    Map<String, Object> make(String type, UUID entity, String op, String scope, Map<String, Object> more) {
        var mutation = new LinkedHashMap<String, Object>();
        mutation.put("id", Ids.next().toString());
        mutation.put("seq", ++lastSeq);
        mutation.put("type", type);
        mutation.put("entity", entity.toString());
        mutation.put("op", op);
        mutation.put("scope", scope);
        mutation.put("baseVersion", version(entity));
        mutation.put("clockOffset", 0);
        mutation.putAll(more);
        made.put(lastSeq, mutation);
        return mutation;
    }

    long version(UUID entity) {
        return members.values().stream()
                .mapToLong(scope -> scope.getOrDefault(entity.toString(), 0L))
                .max()
                .orElse(0);
    }

    /** From the first on that the server does not have, or whose result was never heard. */
    List<Map<String, Object>> unsent() {
        var from = made.values().stream()
                .filter(mutation -> !results.containsKey(String.valueOf(mutation.get("id"))))
                .mapToLong(mutation -> (long) mutation.get("seq"))
                .min()
                .orElse(Long.MAX_VALUE);
        return new ArrayList<>(made.tailMap(Math.min(from, acknowledged + 1)).values());
    }

    /** One batch; {@code heard} false: the answer is lost on the way. */
    void push(int most, boolean heard) {
        var batch = unsent();
        if (batch.isEmpty()) {
            return;
        }
        var answer = send(batch.subList(0, Math.min(most, batch.size())));
        if (answer.has("expected")) {
            acknowledged = answer.path("expected").asLong() - 1;
            return;
        }
        if (heard) {
            hear(answer);
        }
    }

    /** Sends any batch, and answers with the answer or the problem. */
    JsonNode send(List<Map<String, Object>> batch) {
        return ask("/api/sync/push", Map.of("device", device, "appSchema", appSchema, "mutations", batch), 0);
    }

    void hear(JsonNode answer) {
        assertThat(answer.has("results"))
                .as("an answer with results: %s", answer)
                .isTrue();
        wiped |= answer.path("wipe").asBoolean(false);
        answer.path("results").forEach(result -> results.put(result.path("id").asString(), result));
        acknowledged = answer.path("lastDeviceSeq").asLong();
    }

    JsonNode askPull(int limit) {
        return ask(
                "/api/sync/pull",
                Map.of(
                        "device",
                        device,
                        "appSchema",
                        appSchema,
                        "epoch",
                        epoch,
                        "scopes",
                        cursors,
                        "loading",
                        loading,
                        "limit",
                        limit),
                200);
    }

    /** One page, stored; true while there is more. */
    boolean pull(int limit) {
        return store(askPull(limit));
    }

    boolean store(JsonNode page) {
        wiped |= page.path("wipe").asBoolean(false);
        if (wiped) {
            cursors.clear();
            members.clear();
            records.clear();
            return false;
        }
        epoch = page.path("epoch").asString();
        acknowledged = page.path("lastDeviceSeq").asLong();
        page.path("dropped").forEach(scope -> forget(scope.asString()));
        var more = false;
        for (var scope : page.path("scopes")) {
            more |= store(scope.path("id").asString(), scope);
        }
        return more;
    }

    private boolean store(String id, JsonNode scope) {
        if (scope.path("reset").asBoolean(false)) {
            forget(id);
            reloads.add(id);
        }
        if (cursors.getOrDefault(id, 0L) == 0) {
            loading.add(id);
        }
        if (!scope.path("more").asBoolean()) {
            loading.remove(id);
        }
        var held = members.computeIfAbsent(id, one -> new TreeMap<>());
        for (var item : scope.path("items")) {
            var entity = item.path("id").asString();
            if (item.path("op").asString().equals("P")) {
                held.put(entity, item.path("v").asLong());
                records.put(entity, item);
            } else {
                held.remove(entity);
            }
        }
        erase();
        cursors.put(id, scope.path("next").asLong());
        if (scope.has("digest")) {
            var digest = scope.path("digest");
            assertThat(digest.path("count").asInt()).as("records of %s", id).isEqualTo(held.size());
            assertThat(digest.path("xor").asString()).as("digest of %s", id).isEqualTo(xor(held));
        }
        return scope.path("more").asBoolean();
    }

    private void forget(String scope) {
        cursors.remove(scope);
        members.remove(scope);
        erase();
    }

    /** What is in no scope that is held. */
    private void erase() {
        Set<String> kept = new HashSet<>();
        members.values().forEach(scope -> kept.addAll(scope.keySet()));
        records.keySet().retainAll(kept);
    }

    static String xor(Map<String, Long> held) {
        var xor = 0L;
        for (var one : held.entrySet()) {
            xor ^= mark(one.getKey(), one.getValue());
        }
        return Long.toString(xor);
    }

    private static long mark(String id, long v) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest((id + "|" + v).getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, hash).shiftRight(256 - 52).longValueExact();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param expected status, or 0 for any below 500 */
    JsonNode ask(String path, Map<String, ?> body, int expected) {
        var result = mvc.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Accept-Language", "en")
                .content(JSON.writeValueAsString(body))
                .with(holder)
                .exchange();
        var response = result.getResponse();
        var text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        if (expected == 0) {
            assertThat(response.getStatus()).as(text).isLessThan(500);
        } else {
            assertThat(response.getStatus()).as(text).isEqualTo(expected);
        }
        return JSON.readTree(text);
    }
}
