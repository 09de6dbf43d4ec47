package org.linli.counter.department;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.linli.counter.department.DepartmentAnswer.Document;
import org.linli.counter.department.DepartmentAnswer.Kind;
import org.linli.counter.department.DepartmentAnswer.Outcome;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an answer as it came over the line, and refuses one that lacks what its kind needs. */
@Component
class AnswerReader {

    private final JsonMapper json;

    AnswerReader(JsonMapper json) {
        this.json = json;
    }

    /** What the inbox has to know before it stores an answer. */
    record Head(String answerId, String key, int sequence, Kind kind) {}

    Head head(byte[] body) {
        try {
            var node = json.readTree(body);
            var answer = read("", new UUID(0, 0), node);
            return new Head(text(node, "answerId"), answer.key(), answer.sequence(), answer.kind());
        } catch (JacksonException e) {
            throw malformed("JSON");
        }
    }

    DepartmentAnswer answer(String line, UUID errand, String body) {
        return read(line, errand, json.readTree(body));
    }

    private static DepartmentAnswer read(String line, UUID errand, JsonNode node) {
        var kind = named(Kind.class, node, "kind");
        var items = new ArrayList<String>();
        node.path("items").forEach(item -> items.add(item.asString("")));
        if (kind == Kind.SUPPLEMENT && items.isEmpty()) {
            throw malformed("items");
        }
        var outcome =
                kind == Kind.RESULT ? Optional.of(named(Outcome.class, node, "outcome")) : Optional.<Outcome>empty();
        if (outcome.equals(Optional.of(Outcome.DENIED))
                && node.path("reason").asString("").isBlank()) {
            // A denial has to give its reasons (Administrative Licensing Law art. 38).
            throw malformed("reason");
        }
        var document = node.path("document");
        return new DepartmentAnswer(
                line,
                text(node, "key"),
                errand,
                sequence(node),
                kind,
                instant(node),
                node.path("departmentNumber").asString(""),
                node.path("reason").asString(""),
                items,
                node.path("ground").asString(""),
                outcome,
                document.isObject()
                        ? Optional.of(new Document(text(document, "number"), text(document, "title")))
                        : Optional.empty());
    }

    private static int sequence(JsonNode node) {
        var sequence = node.path("sequence").asInt(0);
        if (sequence < 1) {
            throw malformed("sequence");
        }
        return sequence;
    }

    private static Instant instant(JsonNode node) {
        try {
            return Instant.parse(text(node, "at"));
        } catch (DateTimeParseException e) {
            throw malformed("at");
        }
    }

    private static String text(JsonNode node, String field) {
        var text = node.path(field).asString("");
        if (text.isBlank() || text.length() > 500) {
            throw malformed(field);
        }
        return text;
    }

    private static <E extends Enum<E>> E named(Class<E> type, JsonNode node, String field) {
        try {
            return Enum.valueOf(type, text(node, field));
        } catch (IllegalArgumentException e) {
            throw malformed(field);
        }
    }

    private static Refusal malformed(String field) {
        return Refusal.ofField(field, LineReason.LINE_MALFORMED, field);
    }
}
