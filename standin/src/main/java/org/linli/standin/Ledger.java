package org.linli.standin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What the departments behind all lines have received, in memory. */
final class Ledger {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Map<String, Application> applications = new LinkedHashMap<>();
    private int count;

    /** Whether a delivery was new, a repetition, or a different message under a key already used. */
    enum Delivery {
        NEW,
        REPEATED,
        CONFLICTING
    }

    synchronized Delivery receive(String line, String key, byte[] body, JsonNode content, Instant at) {
        var digest = Sm3.hex(body);
        var known = applications.get(line + "/" + key);
        if (known != null) {
            known.deliveries++;
            return known.digest.equals(digest) ? Delivery.REPEATED : Delivery.CONFLICTING;
        }
        var number = "BM%tY%05d".formatted(at.atZone(ZONE), ++count);
        applications.put(line + "/" + key, new Application(line, key, number, at, digest, content));
        return Delivery.NEW;
    }

    synchronized Optional<Application> find(String line, String key) {
        return Optional.ofNullable(applications.get(line + "/" + key));
    }

    synchronized Optional<Application> findByKey(String key) {
        return applications.values().stream()
                .filter(application -> application.key.equals(key))
                .findFirst();
    }

    synchronized List<Application> receivedOn(String line, LocalDate day) {
        return applications.values().stream()
                .filter(application -> application.line.equals(line)
                        && application.receivedAt.atZone(ZONE).toLocalDate().equals(day))
                .toList();
    }

    synchronized Collection<Application> all() {
        return List.copyOf(applications.values()).reversed();
    }

    synchronized void forget(String key) {
        applications.values().removeIf(application -> application.key.equals(key));
    }

    /** Writes the next answer down and moves the application; the answer is sent by whoever asked. */
    synchronized Map<String, Object> answer(Application application, String kind, Map<String, Object> particulars) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("answerId", UUID.randomUUID().toString());
        answer.put("key", application.key);
        answer.put("departmentNumber", application.departmentNumber);
        answer.put("sequence", application.answers.size() + 1);
        answer.put("kind", kind);
        answer.putAll(particulars);
        application.answers.add(answer);
        application.state = switch (kind) {
            case "RESULT" -> String.valueOf(particulars.get("outcome"));
            case "RESUMED" -> "ACCEPTED";
            default -> kind;
        };
        return answer;
    }
}
