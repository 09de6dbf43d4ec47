package org.linli.grid.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.grid.GridReason;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** The templates in force, in memory. */
@Component
public class Templates {

    private final Map<String, Template> byCode = new LinkedHashMap<>();

    Templates(Categories categories, CatalogueRows rows) {
        var read = TemplateFile.read(categories);
        read.forEach(template -> byCode.put(template.code(), template));
        rows.saveTemplates(read);
    }

    public List<Template> all() {
        return List.copyOf(byCode.values());
    }

    public Optional<Template> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public Template require(String code) {
        return find(code).orElseThrow(() -> Refusal.ofField("template", GridReason.UNKNOWN_TEMPLATE, code));
    }
}
