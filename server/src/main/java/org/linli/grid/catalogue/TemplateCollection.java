package org.linli.grid.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.grid.catalogue.Template.Question;
import org.linli.shared.Names;
import org.linli.sync.contributions.SyncedCollection;
import org.springframework.stereotype.Component;

/** Templates on phones, read only. */
@Component
class TemplateCollection implements SyncedCollection {

    private final Templates templates;

    TemplateCollection(Templates templates) {
        this.templates = templates;
    }

    @Override
    public String type() {
        return "template";
    }

    @Override
    public Set<String> tables() {
        return Set.of("grid.template");
    }

    @Override
    public Map<UUID, Map<String, Object>> load(Acting by, Collection<UUID> ids) {
        var wanted = new HashSet<>(ids);
        var loaded = new LinkedHashMap<UUID, Map<String, Object>>();
        templates.all().stream()
                .filter(template -> wanted.contains(template.id()))
                .forEach(template -> loaded.put(template.id(), values(template)));
        return loaded;
    }

    private static Map<String, Object> values(Template template) {
        var values = new LinkedHashMap<String, Object>();
        values.put("code", template.code());
        values.put("purpose", template.kind().name());
        if (template.target() != Template.Target.CELL) {
            values.put("target", template.target().name());
        }
        values.put("names", names(template.names()));
        template.everyDays().ifPresent(days -> values.put("everyDays", days));
        var questions = new ArrayList<Map<String, Object>>();
        template.questions().forEach(question -> questions.add(values(question)));
        values.put("questions", questions);
        return values;
    }

    private static Map<String, Object> values(Question question) {
        var values = new LinkedHashMap<String, Object>();
        values.put("code", question.code());
        values.put("names", names(question.names()));
        values.put("kind", question.answer().name());
        values.put("required", question.needed());
        if (question.choices() != null) {
            var choices = new ArrayList<Map<String, Object>>();
            List.copyOf(question.choices())
                    .forEach(choice -> choices.add(Map.of("code", choice.code(), "names", names(choice.names()))));
            values.put("options", choices);
        }
        if (question.bad() != null) {
            values.put("finding", question.bad());
        }
        if (question.category() != null) {
            values.put("category", question.category());
        }
        return values;
    }

    private static Map<String, Object> names(Names names) {
        return Map.of("zh", names.zh(), "en", names.en());
    }
}
