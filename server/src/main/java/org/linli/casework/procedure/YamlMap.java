package org.linli.casework.procedure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.linli.casework.procedure.ProcedureFault.Kind;
import org.linli.shared.Names;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One YAML mapping, read key by key; whatever does not fit becomes a fault with its line, and reading goes on. */
final class YamlMap {

    /** Stands in for a name that is missing, so that the rest of the file can still be checked. */
    private static final String NAMELESS = "?";

    private final String where;
    private final Node node;
    private final Faults faults;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    YamlMap(String where, Node node, Faults faults) {
        this.where = where;
        this.node = node;
        this.faults = faults;
        if (!(node instanceof MappingNode mapping)) {
            faults.add(node, Kind.WRONG_TYPE, where, "mapping");
            return;
        }
        for (var tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                faults.add(tuple.getKeyNode(), Kind.WRONG_TYPE, where, "text");
            } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
                faults.add(key, Kind.DUPLICATE_KEY, key.getValue(), where);
            } else {
                lines.put(key.getValue(), Faults.line(key));
            }
        }
    }

    /** Names the keys that may occur; others are faults. */
    YamlMap allow(String... keys) {
        var allowed = List.of(keys);
        values.keySet().stream()
                .filter(key -> !allowed.contains(key))
                .forEach(key -> faults.add(lineOf(key), Kind.UNKNOWN_KEY, key, where, String.join(", ", allowed)));
        return this;
    }

    int line() {
        return Faults.line(node);
    }

    /** The line of a key, or of the mapping when it has no such key. */
    int lineOf(String key) {
        return lines.getOrDefault(key, line());
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Optional<String> text(String key) {
        var value = Optional.ofNullable(values.get(key));
        if (value.isPresent() && !(value.get() instanceof ScalarNode)) {
            faults.add(value.get(), Kind.WRONG_TYPE, key, "text");
        }
        return value.filter(ScalarNode.class::isInstance)
                .map(scalar -> ((ScalarNode) scalar).getValue().strip())
                .filter(text -> !text.isEmpty());
    }

    Optional<String> requiredText(String key) {
        require(key);
        return text(key);
    }

    void require(String key) {
        var value = values.get(key);
        if (value == null
                || (value instanceof ScalarNode scalar && scalar.getValue().isBlank())) {
            faults.add(value == null ? line() : lineOf(key), Kind.MISSING_KEY, key, where);
        }
    }

    boolean flag(String key) {
        var text = text(key).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            faults.add(lineOf(key), Kind.UNKNOWN_WORD, text, key, "true, false");
        }
        return text.equals("true");
    }

    Names names() {
        require("names");
        var names = map("names", where + ".names").map(map -> map.allow("zh", "en"));
        if (names.isEmpty()) {
            return Names.of(NAMELESS, NAMELESS);
        }
        var found = names.get();
        for (var language : List.of("zh", "en")) {
            if (found.text(language).isEmpty()) {
                faults.add(lineOf("names"), Kind.NAME_MISSING, where, language);
            }
        }
        return Names.of(found.text("zh").orElse(NAMELESS), found.text("en").orElse(NAMELESS));
    }

    /** A word or a list of words, in their order. */
    Set<String> words(String key) {
        return words(key, (word, line) -> {});
    }

    /** The same, with a look at each word and its line. */
    Set<String> words(String key, BiConsumer<String, Integer> each) {
        var words = new LinkedHashSet<String>();
        for (var scalar : scalars(key)) {
            var word = scalar.getValue().strip();
            if (words.add(word)) {
                each.accept(word, Faults.line(scalar));
            } else {
                faults.add(scalar, Kind.DUPLICATE_KEY, word, key);
            }
        }
        return Collections.unmodifiableSet(words);
    }

    private List<ScalarNode> scalars(String key) {
        var value = values.get(key);
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue().isBlank() ? List.of() : List.of(scalar);
        }
        if (!(value instanceof SequenceNode list)) {
            if (value != null) {
                faults.add(value, Kind.WRONG_TYPE, key, "list");
            }
            return List.of();
        }
        list.getValue().stream()
                .filter(item -> !(item instanceof ScalarNode))
                .forEach(item -> faults.add(item, Kind.WRONG_TYPE, key, "text"));
        return list.getValue().stream()
                .filter(ScalarNode.class::isInstance)
                .map(ScalarNode.class::cast)
                .toList();
    }

    <E extends Enum<E>> Set<E> words(String key, Class<E> type) {
        var words = new LinkedHashSet<E>();
        words(key, (word, line) -> constant(word, line, key, type).ifPresent(words::add));
        return Collections.unmodifiableSet(words);
    }

    <E extends Enum<E>> Optional<E> word(String key, Class<E> type) {
        return text(key).flatMap(word -> constant(word, lineOf(key), key, type));
    }

    private <E extends Enum<E>> Optional<E> constant(String word, int line, String key, Class<E> type) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name()
                    .equals(word.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_'))) {
                return Optional.of(constant);
            }
        }
        var known = List.of(type.getEnumConstants()).stream().map(Enum::name).toList();
        faults.add(line, Kind.UNKNOWN_WORD, word, key, String.join(", ", known));
        return Optional.empty();
    }

    Optional<YamlMap> map(String key, String name) {
        var value = values.get(key);
        return value == null ? Optional.empty() : Optional.of(new YamlMap(name, value, faults));
    }

    /** The mappings under a key, by their own keys, in the order of the file. */
    Map<String, YamlMap> maps(String key) {
        var maps = new LinkedHashMap<String, YamlMap>();
        map(key, key)
                .ifPresent(outer ->
                        outer.values.forEach((inner, value) -> maps.put(inner, new YamlMap(inner, value, faults))));
        return maps;
    }

    /** The mappings in a list under a key. */
    List<YamlMap> list(String key, String name) {
        var value = values.get(key);
        var maps = new ArrayList<YamlMap>();
        if (value instanceof SequenceNode list) {
            list.getValue().forEach(item -> maps.add(new YamlMap(name, item, faults)));
        } else if (value != null) {
            faults.add(value, Kind.WRONG_TYPE, key, "list");
        }
        return maps;
    }

    Map<String, String> textsByKey(String key) {
        var texts = new LinkedHashMap<String, String>();
        map(key, key)
                .ifPresent(map -> map.values
                        .keySet()
                        .forEach(inner -> map.text(inner).ifPresent(text -> texts.put(inner, text))));
        return texts;
    }
}
