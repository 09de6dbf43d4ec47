package org.linli.grid.catalogue;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.sync.contributions.SyncedCollection;
import org.springframework.stereotype.Component;

/** Categories on phones, read only. */
@Component
class CategoryCollection implements SyncedCollection {

    private final Categories categories;

    CategoryCollection(Categories categories) {
        this.categories = categories;
    }

    @Override
    public String type() {
        return "category";
    }

    @Override
    public Set<String> tables() {
        return Set.of("grid.category");
    }

    @Override
    public Map<UUID, Map<String, Object>> load(Acting by, Collection<UUID> ids) {
        var wanted = new HashSet<>(ids);
        var loaded = new LinkedHashMap<UUID, Map<String, Object>>();
        categories.all().stream()
                .filter(category -> wanted.contains(category.id()))
                .forEach(category -> loaded.put(category.id(), values(category)));
        return loaded;
    }

    private static Map<String, Object> values(Category category) {
        var terms = new LinkedHashMap<String, Object>();
        category.terms().forEach((level, term) -> terms.put(level.name(), Terms.write(term)));
        var values = new LinkedHashMap<String, Object>();
        values.put("code", category.code());
        if (!category.isFirstLevel()) {
            values.put("parent", category.parent());
        }
        values.put("rank", Integer.parseInt(category.code()));
        values.put(
                "names",
                Map.of("zh", category.names().zh(), "en", category.names().en()));
        values.put("selfHandling", category.selfHandling());
        values.put("photos", category.photos());
        values.put("terms", terms);
        return values;
    }
}
