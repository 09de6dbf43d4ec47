package org.linli.counter.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.linli.counter.paper.PaperTemplate.Block;
import org.linli.counter.paper.PaperTemplate.Fact;
import org.linli.counter.paper.PaperTemplate.Field;
import org.linli.counter.paper.PaperTemplate.SealKind;
import org.linli.shared.Names;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The templates of {@code catalogue/papers}, read and checked at start: a placeholder nobody fills stops the start. */
@Component
final class PaperTemplates {

    /** What every paper may say without its order giving it. */
    static final Set<String> GIVEN = Set.of(
            "holder", "holderDocument", "holderNumber", "holderSex", "holderBirth", "unit", "number", "issuedOn");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final Map<PaperKind, PaperTemplate> templates = new LinkedHashMap<>();
    private final Map<String, PaperKind> byItem = new TreeMap<>();

    PaperTemplates() {
        try {
            var resources = new PathMatchingResourcePatternResolver().getResources("classpath:catalogue/papers/*.yaml");
            for (var resource : resources) {
                var name = String.valueOf(resource.getFilename());
                try (var yaml = resource.getInputStream()) {
                    Map<String, Object> map = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
                    add(read(new PaperKind(name.replace(".yaml", "")), map));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<PaperTemplate> find(PaperKind kind) {
        return Optional.ofNullable(templates.get(kind));
    }

    Optional<PaperKind> certificateOf(String itemCode) {
        return Optional.ofNullable(byItem.get(itemCode));
    }

    List<PaperTemplate> all() {
        return List.copyOf(templates.values());
    }

    private void add(PaperTemplate template) {
        templates.put(template.kind(), template);
        template.item().ifPresent(item -> {
            if (byItem.put(item, template.kind()) != null) {
                throw new IllegalStateException("two templates for item " + item);
            }
        });
    }

    private static PaperTemplate read(PaperKind kind, Map<String, Object> map) {
        var fields = new LinkedHashMap<String, Field>();
        map(map, "fields").forEach((name, field) -> fields.put(name, field(names(field), field)));
        var body = list(map, "body").stream().map(PaperTemplates::block).toList();
        var template = new PaperTemplate(
                kind,
                Optional.ofNullable(map.get("item")).map(String::valueOf),
                text(map, "series"),
                names(map(map, "title")),
                SealKind.valueOf(text(map, "seal").toUpperCase(Locale.ROOT)),
                fields,
                body,
                text(map, "gloss"));
        checkPlaceholders(template, map);
        return template;
    }

    private static Field field(Names names, Object field) {
        return new Field(names, Boolean.TRUE.equals(((Map<?, ?>) field).get("optional")));
    }

    private static Names names(Object value) {
        var map = (Map<?, ?>) value;
        return Names.of(String.valueOf(map.get("zh")), String.valueOf(map.get("en")));
    }

    private static Block block(Object value) {
        var entry = ((Map<?, ?>) value).entrySet().iterator().next();
        var content = entry.getValue();
        return switch (String.valueOf(entry.getKey())) {
            case "to" -> new Block.To(String.valueOf(content));
            case "heading" -> new Block.Heading(String.valueOf(content));
            case "say" -> new Block.Say(String.valueOf(content));
            case "small" -> new Block.Small(String.valueOf(content));
            case "each" -> new Block.Each(String.valueOf(content));
            case "facts" ->
                new Block.Facts(((List<?>) content)
                        .stream().map(line -> fact(strings(line))).toList());
            case "materials" -> {
                var names = strings(content);
                yield new Block.Materials(Names.of(names.get(0), names.get(1)));
            }
            case "sign" -> new Block.Sign(strings(content));
            default -> throw new IllegalStateException("not a block of a paper: " + entry.getKey());
        };
    }

    private static Fact fact(List<String> line) {
        return new Fact(line.get(0), line.get(1), line.get(2));
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static void checkPlaceholders(PaperTemplate template, Map<String, Object> map) {
        var words = map.get("body") + " " + map.get("gloss");
        PLACEHOLDER.matcher(words).results().map(found -> found.group(1)).forEach(name -> {
            if (!template.fields().containsKey(name) && !GIVEN.contains(name)) {
                throw new IllegalStateException(template.kind().key() + " names {" + name + "}, which no field gives");
            }
        });
        for (var block : template.body()) {
            if (block instanceof Block.Each(var field) && !template.fields().containsKey(field)) {
                throw new IllegalStateException(template.kind().key() + " lists " + field + ", which is no field");
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> map, String key) {
        return (Map<String, Object>) java.util.Objects.requireNonNull(map.get(key), key);
    }

    private static List<?> list(Map<String, Object> map, String key) {
        return (List<?>) java.util.Objects.requireNonNull(map.get(key), key);
    }

    private static String text(Map<String, Object> map, String key) {
        return String.valueOf(java.util.Objects.requireNonNull(map.get(key), key));
    }
}
