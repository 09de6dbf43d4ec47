package org.linli.rubbish;

import java.util.Map;
import org.linli.testing.Actings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that look right, made from the schemas of the OpenAPI document: of the right type, but of nothing real. */
final class Samples {

    static final JsonMapper JSON = new JsonMapper();

    /** What the place of a name expects, so that a request gets past the first look. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("station", Actings.SHAOXIANLU_STATION.value()),
            Map.entry("unit", Actings.SHAOXIANLU_STATION.value()),
            Map.entry("area", "150203001015"),
            Map.entry("within", "150203001"),
            Map.entry("item", "150203-ZM-001"),
            Map.entry("items", "150203-ZM-001"),
            Map.entry("procedure", "certificate"),
            Map.entry("role", "clerk"),
            Map.entry("line", "civil-affairs"),
            Map.entry("phone", "13847212345"),
            Map.entry("documentNumber", "150203197001011233"),
            Map.entry("idNumber", "150203197001011233"));

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Samples() {}

    /** A schema with every reference replaced by what it refers to. */
    static JsonNode resolved(JsonNode schema, JsonNode description) {
        var reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            return resolved(description.at(reference.substring(1)), description);
        }
        if (schema instanceof ObjectNode object) {
            var copy = NODES.objectNode();
            object.forEachEntry((name, part) -> copy.set(name, resolved(part, description)));
            return copy;
        }
        return schema;
    }

    static JsonNode of(JsonNode schema, String name) {
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        if (schema.has("properties")) {
            return object(schema);
        }
        return switch (schema.path("type").asString("")) {
            case "object" -> NODES.objectNode();
            case "array" -> NODES.arrayNode().add(of(schema.path("items"), name));
            case "integer", "number" -> NODES.numberNode(1);
            case "boolean" -> NODES.booleanNode(true);
            default -> NODES.stringNode(text(schema, name));
        };
    }

    private static JsonNode object(JsonNode schema) {
        var object = NODES.objectNode();
        schema.path("properties").forEachEntry((name, part) -> object.set(name, of(part, name)));
        return object;
    }

    private static String text(JsonNode schema, String name) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> "018f0000-0000-7000-8000-000000000001";
            case "date" -> "2026-03-02";
            case "date-time" -> "2026-03-02T09:00:00Z";
            case "time-local" -> "09:00:00";
            default -> KNOWN.getOrDefault(name, "some-" + name);
        };
    }
}
