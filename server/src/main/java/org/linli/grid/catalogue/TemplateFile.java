package org.linli.grid.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.grid.catalogue.Template.Answer;
import org.linli.grid.catalogue.Template.Choice;
import org.linli.grid.catalogue.Template.Kind;
import org.linli.grid.catalogue.Template.Question;
import org.linli.grid.catalogue.Template.Target;
import org.linli.shared.Names;
import org.linli.shared.StartRefusal;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the templates of visits; a fault refuses the start and names the template. */
final class TemplateFile {

    private static final String FILE = "catalogue/grid/templates.yaml";

    private final Categories categories;
    private final List<String> faults = new ArrayList<>();

    private TemplateFile(Categories categories) {
        this.categories = categories;
    }

    static List<Template> read(Categories categories) {
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            return read(file, categories);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Template> read(InputStream file, Categories categories) {
        var reading = new TemplateFile(categories);
        Map<String, Object> root = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(new InputStreamReader(file, StandardCharsets.UTF_8));
        var templates = new ArrayList<Template>();
        root.forEach((code, value) -> {
            try {
                templates.add(reading.template(code, map(value)));
            } catch (IllegalArgumentException | ClassCastException wrong) {
                reading.faults.add("\"" + code + "\": " + wrong.getMessage());
            }
        });
        if (!reading.faults.isEmpty()) {
            throw new StartRefusal("The templates of visits are not right: " + String.join("; ", reading.faults) + ".");
        }
        return List.copyOf(templates);
    }

    private Template template(String code, Map<String, Object> from) {
        var questions = new ArrayList<Question>();
        map(from.get("questions")).forEach((name, value) -> questions.add(question(code, name, map(value))));
        return new Template(
                CategoryFile.idOf("template", code),
                code,
                Kind.valueOf(word(from, "kind")),
                Target.valueOf(word(from, "target")),
                names(from),
                Optional.ofNullable(from.get("every")).map(days -> Integer.parseInt(days.toString())),
                questions);
    }

    private Question question(String template, String code, Map<String, Object> from) {
        var answer = Answer.valueOf(word(from, "answer"));
        var choices = from.get("choices") == null ? null : choices(map(from.get("choices")));
        var bad = maybe(from, "bad");
        var category = maybe(from, "category");
        if ((answer == Answer.CHOICE) != (choices != null)) {
            faults.add(
                    "\"" + template + "\": question \"" + code + "\" needs choices if it is a CHOICE, and only then");
        }
        if (category != null
                && categories
                        .find(category)
                        .filter(known -> !known.isFirstLevel())
                        .isEmpty()) {
            faults.add("\"" + template + "\": there is no event category \"" + category + "\"");
        }
        if (category != null && bad == null) {
            faults.add("\"" + template + "\": question \"" + code + "\" says no bad answer");
        }
        return new Question(
                code, names(from), answer, Boolean.parseBoolean(word(from, "needed")), choices, bad, category);
    }

    private static List<Choice> choices(Map<String, Object> from) {
        return from.entrySet().stream()
                .map(choice -> new Choice(choice.getKey(), names(map(choice.getValue()))))
                .toList();
    }

    private static Names names(Map<String, Object> from) {
        return Names.of(word(from, "zh"), word(from, "en"));
    }

    private static String word(Map<String, Object> from, String name) {
        var value = from.get(name);
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException("\"" + name + "\" is missing");
        }
        return value.toString();
    }

    private static @Nullable String maybe(Map<String, Object> from, String name) {
        var value = from.get(name);
        return value == null ? null : value.toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException("names with values are expected");
    }
}
