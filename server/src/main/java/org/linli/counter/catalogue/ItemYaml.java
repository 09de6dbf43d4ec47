package org.linli.counter.catalogue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.counter.catalogue.ItemFault.Kind;
import org.linli.shared.Names;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One map of a YAML file with its line. Reading never stops at a fault: it is noted and a stand-in is handed back, so that
 * an author learns of every fault at once.
 */
final class ItemYaml {

    private static final String STAND_IN = "?";

    private final String file;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();
    private final List<ItemFault> faults;

    private ItemYaml(String file, MappingNode node, List<ItemFault> faults) {
        this.file = file;
        this.line = lineOf(node);
        this.faults = faults;
        for (var tuple : node.getValue()) {
            var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            values.put(key, tuple.getValueNode());
            lines.put(key, lineOf(tuple.getKeyNode()));
        }
    }

    static Optional<ItemYaml> map(String file, String text, List<ItemFault> faults) {
        return root(file, text, faults).flatMap(node -> asMap(file, node, faults));
    }

    static List<ItemYaml> maps(String file, String text, List<ItemFault> faults) {
        return root(file, text, faults).map(node -> asMaps(file, node, faults)).orElse(List.of());
    }

    private static Optional<Node> root(String file, String text, List<ItemFault> faults) {
        try {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            options.setMaxAliasesForCollections(0);
            var node = new Yaml(options).compose(new StringReader(text));
            if (node == null) {
                faults.add(ItemFault.at(file, 1, Kind.NOT_A_MAP));
            }
            return Optional.ofNullable(node);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            faults.add(ItemFault.at(file, mark == null ? 1 : mark.getLine() + 1, Kind.NOT_YAML, e.getProblem()));
            return Optional.empty();
        } catch (YAMLException e) {
            // A character that no YAML may hold comes without a mark.
            faults.add(ItemFault.at(file, 1, Kind.NOT_YAML, "characters"));
            return Optional.empty();
        }
    }

    int line() {
        return line;
    }

    int line(String key) {
        return lines.getOrDefault(key, line);
    }

    void fault(String key, Kind kind, Object... arguments) {
        faults.add(ItemFault.at(file, line(key), kind, arguments));
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        return optionalText(key).orElseGet(() -> {
            fault(key, Kind.MISSING, key);
            return STAND_IN;
        });
    }

    Optional<String> optionalText(String key) {
        read.add(key);
        return values.get(key) instanceof ScalarNode scalar
                        && !scalar.getValue().isBlank()
                        && !scalar.getValue().equals("null")
                ? Optional.of(scalar.getValue().strip())
                : Optional.empty();
    }

    int number(String key) {
        var text = text(key);
        try {
            var number = text.equals(STAND_IN) ? 0 : Integer.parseInt(text);
            if (number < 0) {
                fault(key, Kind.NOT_A_NUMBER, key, text);
            }
            return Math.max(number, 0);
        } catch (NumberFormatException e) {
            fault(key, Kind.NOT_A_NUMBER, key, text);
            return 0;
        }
    }

    boolean flag(String key, boolean otherwise) {
        var text = optionalText(key);
        if (text.isPresent() && !text.get().matches("true|false")) {
            fault(key, Kind.NOT_YES_OR_NO, key, text.get());
        }
        return text.map(Boolean::parseBoolean).orElse(otherwise);
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        var text = text(key);
        return oneOf(key, text, type).orElse(type.getEnumConstants()[0]);
    }

    <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
        return texts(key).stream()
                .flatMap(text -> oneOf(key, text, type).stream())
                .toList();
    }

    private <E extends Enum<E>> Optional<E> oneOf(String key, String text, Class<E> type) {
        var constants = type.getEnumConstants();
        var found = Arrays.stream(constants)
                .filter(constant -> constant.name().equals(text))
                .findFirst();
        if (found.isEmpty() && !text.equals(STAND_IN)) {
            var allowed =
                    String.join(", ", Arrays.stream(constants).map(Enum::name).toList());
            fault(key, Kind.NOT_ONE_OF, key, text, allowed);
        }
        return found;
    }

    List<String> texts(String key) {
        read.add(key);
        if (!(values.get(key) instanceof SequenceNode sequence)) {
            fault(key, has(key) ? Kind.NOT_A_LIST : Kind.MISSING, key);
            return List.of();
        }
        return sequence.getValue().stream()
                .map(node -> node instanceof ScalarNode scalar ? scalar.getValue() : STAND_IN)
                .toList();
    }

    /** The names written as {@code zh} and {@code en} in this map itself. */
    Names names() {
        return Names.of(text("zh"), text("en"));
    }

    Names names(String key) {
        return map(key).map(ItemYaml::namesOnly).orElse(Names.of(STAND_IN, STAND_IN));
    }

    private Names namesOnly() {
        var names = names();
        noMore();
        return names;
    }

    Optional<ItemYaml> map(String key) {
        read.add(key);
        var node = values.get(key);
        if (node == null) {
            fault(key, Kind.MISSING, key);
            return Optional.empty();
        }
        return asMap(file, node, faults);
    }

    /** The maps of a list that may be empty but must be there, so that nothing is left out by oversight. */
    List<ItemYaml> maps(String key) {
        read.add(key);
        var node = values.get(key);
        if (node == null) {
            fault(key, Kind.MISSING, key);
            return List.of();
        }
        return asMaps(file, node, faults);
    }

    List<ItemYaml> someMaps(String key) {
        var maps = maps(key);
        if (maps.isEmpty() && has(key)) {
            fault(key, Kind.EMPTY_LIST, key);
        }
        return maps;
    }

    List<Names> namesList(String key, boolean mayBeEmpty) {
        var maps = mayBeEmpty ? maps(key) : someMaps(key);
        return maps.stream().map(ItemYaml::namesOnly).toList();
    }

    /** Notes every key that nobody asked for. */
    void noMore() {
        values.keySet().stream().filter(key -> !read.contains(key)).forEach(key -> fault(key, Kind.UNKNOWN_KEY, key));
    }

    private static Optional<ItemYaml> asMap(String file, Node node, List<ItemFault> faults) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new ItemYaml(file, mapping, faults));
        }
        faults.add(ItemFault.at(file, lineOf(node), Kind.NOT_A_MAP));
        return Optional.empty();
    }

    private static List<ItemYaml> asMaps(String file, Node node, List<ItemFault> faults) {
        if (!(node instanceof SequenceNode sequence)) {
            faults.add(ItemFault.at(file, lineOf(node), Kind.NOT_A_LIST));
            return List.of();
        }
        var maps = new ArrayList<ItemYaml>();
        sequence.getValue().forEach(entry -> asMap(file, entry, faults).ifPresent(maps::add));
        return maps;
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
