package org.linli.counter.department;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.area.UnitCode;
import org.linli.counter.department.LineMessage.Kind;
import org.linli.privacy.FieldCipher;
import org.linli.shared.Ids;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Outbox of the department lines: what is put here in the errand's transaction is sent after it, once. */
@Component
public class Outbox {

    static final String SEALED_AS = "counter.department_message.body_sealed";

    private final OutboxRows rows;
    private final FieldCipher cipher;
    private final JsonMapper json;
    private final Clock clock;

    Outbox(OutboxRows rows, FieldCipher cipher, JsonMapper json, Clock clock) {
        this.rows = rows;
        this.cipher = cipher;
        this.json = json;
        this.clock = clock;
    }

    /**
     * An errand to be forwarded.
     *
     * @param key the department takes an application once per key
     */
    public record Forwarding(
            String key, String line, UUID errand, String caseNumber, String itemCode, UnitCode station) {}

    /** How a forwarded errand stands at the department, in the words of the line. */
    public record Standing(String key, String line, String state, Optional<String> departmentNumber) {}

    /** Forwards an application. {@code content} is what the department gets beside the key and the case number. */
    public void forward(Forwarding forwarding, Map<String, Object> content) {
        rows.addApplication(forwarding, clock.instant());
        var body = new java.util.LinkedHashMap<String, Object>();
        body.put("key", forwarding.key());
        body.put("caseNumber", forwarding.caseNumber());
        body.putAll(content);
        put(forwarding.key(), Kind.APPLICATION, body);
    }

    /** Sends what the applicant supplied after the department asked for it. */
    public void supplement(String key, Map<String, Object> content) {
        put(key, Kind.SUPPLEMENT, content);
    }

    /** Takes an application back; one that never left is only crossed out. */
    public void withdraw(String key, String reason) {
        if (rows.cancelUnsent(key, clock.instant())) {
            rows.move(key, "WITHDRAWN");
        } else {
            put(key, Kind.WITHDRAWAL, Map.of("reason", reason));
        }
    }

    /** How the newest forwarding of an errand stands. */
    public Optional<Standing> standing(UUID errand) {
        return rows.standing(errand);
    }

    private void put(String key, Kind kind, Map<String, Object> content) {
        var sealed = cipher.seal(SEALED_AS, json.writeValueAsString(content));
        rows.addMessage(Ids.next(), key, kind, sealed, clock.instant());
    }
}
