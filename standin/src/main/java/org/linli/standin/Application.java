package org.linli.standin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An application as the department has it: what arrived, what was answered, how often it was sent. */
final class Application {

    final String line;
    final String key;
    final String departmentNumber;
    final Instant receivedAt;
    final String digest;
    final JsonNode content;
    final List<Map<String, Object>> answers = new ArrayList<>();
    final List<JsonNode> supplements = new ArrayList<>();
    String state = "RECEIVED";
    int deliveries = 1;

    Application(String line, String key, String departmentNumber, Instant receivedAt, String digest, JsonNode content) {
        this.line = line;
        this.key = key;
        this.departmentNumber = departmentNumber;
        this.receivedAt = receivedAt;
        this.digest = digest;
        this.content = content;
    }

    String caseNumber() {
        return content.path("caseNumber").asString("");
    }

    String itemName() {
        return content.path("item").path("name").asString("");
    }

    Map<String, Object> row() {
        return Map.of(
                "key", key,
                "departmentNumber", departmentNumber,
                "caseNumber", caseNumber(),
                "state", state,
                "receivedAt", receivedAt.toString());
    }
}
