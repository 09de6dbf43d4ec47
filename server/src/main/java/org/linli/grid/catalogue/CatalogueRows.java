package org.linli.grid.catalogue;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the tables as the files are; a row that is the same is left alone, so that phones hear of changes only. */
@Component
class CatalogueRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CatalogueRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void saveCategories(List<Category> categories) {
        for (var category : categories) {
            var terms = category.terms().entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().name(),
                            entry -> Terms.write(entry.getValue()),
                            (one, other) -> one,
                            TreeMap::new));
            jdbc.sql("""
                    insert into grid.category as c (id, code, name_zh, name_en, unit, self_handling, photos, terms)
                    values (:id, :code, :zh, :en, :unit, :self, :photos, :terms::jsonb)
                    on conflict (id) do update set
                      name_zh = excluded.name_zh, name_en = excluded.name_en, unit = excluded.unit,
                      self_handling = excluded.self_handling, photos = excluded.photos, terms = excluded.terms,
                      retired_at = null
                    where (c.name_zh, c.name_en, c.unit, c.self_handling, c.photos, c.terms, c.retired_at)
                      is distinct from (excluded.name_zh, excluded.name_en, excluded.unit, excluded.self_handling,
                                        excluded.photos, excluded.terms, null::timestamptz)
                    """)
                    .param("id", category.id())
                    .param("code", category.code())
                    .param("zh", category.names().zh())
                    .param("en", category.names().en())
                    .param("unit", category.unit())
                    .param("self", category.selfHandling())
                    .param("photos", category.photos())
                    .param("terms", json.writeValueAsString(terms))
                    .update();
        }
        retire("grid.category", categories.stream().map(Category::code).toList());
    }

    void saveTemplates(List<Template> templates) {
        for (var template : templates) {
            jdbc.sql("""
                    insert into grid.template as t (id, code, kind, target, name_zh, name_en, every_days, questions)
                    values (:id, :code, :kind, :target, :zh, :en, :every, :questions::jsonb)
                    on conflict (id) do update set
                      kind = excluded.kind, target = excluded.target, name_zh = excluded.name_zh,
                      name_en = excluded.name_en, every_days = excluded.every_days, questions = excluded.questions,
                      retired_at = null
                    where (t.kind, t.target, t.name_zh, t.name_en, t.every_days, t.questions, t.retired_at)
                      is distinct from (excluded.kind, excluded.target, excluded.name_zh, excluded.name_en,
                                        excluded.every_days, excluded.questions, null::timestamptz)
                    """)
                    .param("id", template.id())
                    .param("code", template.code())
                    .param("kind", template.kind().name())
                    .param("target", template.target().name())
                    .param("zh", template.names().zh())
                    .param("en", template.names().en())
                    .param("every", template.everyDays().orElse(null))
                    .param("questions", json.writeValueAsString(template.questions()))
                    .update();
        }
        retire("grid.template", templates.stream().map(Template::code).toList());
    }

    private void retire(String table, List<String> kept) {
        jdbc.sql("update " + table + " set retired_at = now() where retired_at is null and code <> all (:kept)")
                .param("kept", kept.toArray(String[]::new))
                .update();
    }
}
