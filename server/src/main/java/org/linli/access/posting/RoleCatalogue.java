package org.linli.access.posting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.linli.access.PermissionWords;
import org.linli.area.Unit;
import org.linli.shared.Names;
import org.linli.shared.StartRefusal;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads {@code catalogue/roles.yaml} and the words that modules add to roles in {@code catalogue/roles/<module>.yaml}. Every
 * fault is collected with its file and line; a start with faults is refused.
 */
final class RoleCatalogue {

    /** One file of the catalogue. */
    record Source(String name, String text) {}

    /** A role while it is being read. */
    private record Draft(Names names, boolean administrator, Set<Unit.Kind> units, Set<String> words) {}

    private final Source roles;
    private final List<Source> additions;
    private final Set<String> known;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    RoleCatalogue(Source roles, List<Source> additions, Set<String> known) {
        this.roles = roles;
        this.additions = additions;
        this.known = known;
    }

    static RoleCatalogue fromClasspath(List<PermissionWords.Word> words) {
        var resolver = new PathMatchingResourcePatternResolver();
        try {
            var additions = new ArrayList<Source>();
            for (var file : resolver.getResources("classpath*:catalogue/roles/*.yaml")) {
                additions.add(
                        new Source("roles/" + file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8)));
            }
            var roles = resolver.getResource("classpath:catalogue/roles.yaml");
            var known = words.stream().map(PermissionWords.Word::word).collect(Collectors.toSet());
            return new RoleCatalogue(
                    new Source("roles.yaml", roles.getContentAsString(StandardCharsets.UTF_8)), additions, known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Role> read() {
        entries(roles, compose(roles)).forEach((key, value) -> readRole(key, value));
        for (var file : additions) {
            entries(file, compose(file)).forEach((key, value) -> {
                var draft = drafts.get(key.getValue());
                if (draft == null) {
                    fault(file, key, "there is no role \"" + key.getValue() + "\"");
                } else {
                    readWords(file, value, draft.words());
                }
            });
        }
        if (!faults.isEmpty()) {
            throw new StartRefusal("The roles are not right: " + String.join("; ", faults) + ".");
        }
        var result = new LinkedHashMap<String, Role>();
        drafts.forEach((key, draft) -> result.put(
                key, new Role(key, draft.names(), draft.administrator(), draft.units(), Set.copyOf(draft.words()))));
        return Collections.unmodifiableMap(result);
    }

    private void readRole(ScalarNode key, Node value) {
        var zh = "";
        var en = "";
        var administrator = false;
        var units = EnumSet.noneOf(Unit.Kind.class);
        var words = new TreeSet<String>();
        for (var field : entries(roles, value).entrySet()) {
            switch (field.getKey().getValue()) {
                case "zh" -> zh = text(field.getValue());
                case "en" -> en = text(field.getValue());
                case "administrator" -> administrator = text(field.getValue()).equals("true");
                case "units" -> items(roles, field.getValue()).forEach(item -> readUnit(item, units));
                case "words" -> readWords(roles, field.getValue(), words);
                case String other -> fault(roles, field.getKey(), "a role has no field \"" + other + "\"");
            }
        }
        if (zh.isBlank() || en.isBlank()) {
            fault(roles, key, "role \"" + key.getValue() + "\" needs its names zh and en");
        } else if (units.isEmpty()) {
            fault(roles, key, "role \"" + key.getValue() + "\" needs the kinds of unit it is held at");
        } else {
            drafts.put(key.getValue(), new Draft(Names.of(zh, en), administrator, units, words));
        }
    }

    private void readUnit(ScalarNode item, Set<Unit.Kind> units) {
        try {
            units.add(Unit.Kind.valueOf(item.getValue()));
        } catch (IllegalArgumentException e) {
            fault(roles, item, "there is no kind of unit \"" + item.getValue() + "\"");
        }
    }

    private void readWords(Source file, Node list, Set<String> words) {
        for (var item : items(file, list)) {
            var word = item.getValue();
            var meant = word.endsWith(".*")
                    ? known.stream()
                            .filter(candidate -> candidate.startsWith(word.substring(0, word.length() - 1)))
                            .toList()
                    : known.contains(word) ? List.of(word) : List.<String>of();
            if (meant.isEmpty()) {
                fault(file, item, "no module knows the permission word \"" + word + "\"");
            }
            words.addAll(meant);
        }
    }

    private Node compose(Source file) {
        try {
            return new Yaml(new LoaderOptions()).compose(new java.io.StringReader(file.text()));
        } catch (MarkedYAMLException e) {
            throw new StartRefusal("The roles are not right: " + file.name() + " line "
                    + (e.getProblemMark().getLine() + 1) + ": " + e.getProblem() + ".");
        }
    }

    private Map<ScalarNode, Node> entries(Source file, Node node) {
        var entries = new LinkedHashMap<ScalarNode, Node>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(pair -> entries.put((ScalarNode) pair.getKeyNode(), pair.getValueNode()));
        } else if (node != null) {
            fault(file, node, "names with values are expected here");
        }
        return entries;
    }

    private List<ScalarNode> items(Source file, Node node) {
        if (node instanceof SequenceNode list && list.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
            return list.getValue().stream().map(ScalarNode.class::cast).toList();
        }
        fault(file, node, "a list of words is expected here");
        return List.of();
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private void fault(Source file, Node node, String sentence) {
        faults.add(file.name() + " line " + (node.getStartMark().getLine() + 1) + ": " + sentence);
    }
}
