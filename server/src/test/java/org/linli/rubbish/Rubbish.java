package org.linli.rubbish;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.linli.rubbish.Endpoint.Parameter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What one may send to an endpoint that is wrong in one place. */
final class Rubbish {

    /** In no language, because some refusals repeat what was typed. */
    private static final String LONG = "9".repeat(3000);

    private static final String NUL = "a\0b";

    private static final List<String> IN_AN_ADDRESS = List.of(
            "",
            "-1",
            "99999999999999999999",
            "NaN",
            "-999999999-01-01",
            "+999999999-12-31T23:59:59Z",
            "../..",
            "errand:------------------------------------",
            "' or '1'='1",
            "%",
            NUL,
            "\uD83D\uDE00",
            "x".repeat(3000));

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<JsonNode> IN_A_FORM = List.of(
            NODES.nullNode(),
            NODES.stringNode(""),
            NODES.stringNode(LONG),
            NODES.stringNode(NUL),
            NODES.stringNode("\u0001\u202e"),
            NODES.stringNode("\uD83D\uDE00'\"<b>{0}"),
            NODES.stringNode("-999999999-01-01"),
            NODES.stringNode("+999999999-12-31"),
            NODES.numberNode(-1),
            NODES.numberNode(Integer.MAX_VALUE),
            NODES.numberNode(new java.math.BigInteger("9".repeat(40))),
            NODES.arrayNode(),
            NODES.arrayNode().addNull(),
            NODES.arrayNode().add("x").add("x"),
            NODES.objectNode(),
            NODES.objectNode().put("a\0", LONG));

    private static final List<String> NO_FORM_AT_ALL = List.of(
            "", "{", "null", "[]", "\"text\"", "7", "{\"a\":\"\\ud800\"}", "[".repeat(2000), "{}", "{\"unknown\":1}");

    private Rubbish() {}

    /** Texts for one parameter, in turn. */
    static List<String> addresses(Parameter parameter) {
        // An empty or dotted part of a path is another address.
        return IN_AN_ADDRESS.stream()
                .filter(value -> !parameter.place().equals("path")
                        || !value.isBlank() && !value.contains("..") && !value.contains("/"))
                .toList();
    }

    /** Texts for the body, in turn: none that is a form, then forms with one wrong value. */
    static Stream<String> bodies(JsonNode schema) {
        return Stream.concat(NO_FORM_AT_ALL.stream(), wrongForms(Samples.of(schema, "form")).stream());
    }

    private static List<String> wrongForms(JsonNode good) {
        var forms = new ArrayList<String>();
        spoil(good, wrong -> {}, () -> forms.add(good.toString()));
        return forms;
    }

    /** Puts every wrong value into every place of a value, one at a time, and says so. */
    private static void spoil(JsonNode value, Consumer<JsonNode> put, Runnable spoilt) {
        switch (value) {
            case ObjectNode object ->
                List.copyOf(object.propertyNames())
                        .forEach(name -> spoilPart(object.get(name), part -> object.set(name, part), spoilt));
            case ArrayNode array when !array.isEmpty() -> spoilPart(array.get(0), part -> array.set(0, part), spoilt);
            default -> put.accept(value);
        }
    }

    private static void spoilPart(JsonNode part, Consumer<JsonNode> put, Runnable spoilt) {
        IN_A_FORM.forEach(wrong -> {
            put.accept(wrong);
            spoilt.run();
        });
        put.accept(part);
        spoil(part, put, spoilt);
    }
}
