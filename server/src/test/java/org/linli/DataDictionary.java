package org.linli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes one page a schema from the tables, columns and their comments in a migrated database. */
final class DataDictionary {

    private record Column(
            String schema,
            String table,
            String tableComment,
            String name,
            String type,
            boolean required,
            String comment) {}

    private DataDictionary() {}

    static Map<String, String> pages(JdbcClient jdbc) {
        var pages = new LinkedHashMap<String, StringBuilder>();
        var table = "";
        for (var column : columns(jdbc)) {
            var page = pages.computeIfAbsent(
                    "data/" + column.schema() + ".md",
                    name -> new StringBuilder("# Tables of " + column.schema() + "\n"));
            if (!table.equals(column.schema() + column.table())) {
                table = column.schema() + column.table();
                page.append("\n## ").append(column.table()).append("\n\n");
                if (!column.tableComment().isEmpty()) {
                    page.append(column.tableComment()).append("\n\n");
                }
                page.append("| column | type | | meaning |\n|---|---|---|---|\n");
            }
            page.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            column.name(),
                            column.type(),
                            column.required() ? "required" : "",
                            column.comment().replace("|", "\\|")));
        }
        var texts = new LinkedHashMap<String, String>();
        pages.forEach((name, page) -> texts.put(name, page.toString()));
        return texts;
    }

    private static List<Column> columns(JdbcClient jdbc) {
        return jdbc.sql("""
                        select n.nspname as schema, c.relname as table,
                               coalesce(obj_description(c.oid, 'pg_class'), '') as table_comment,
                               a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
                               coalesce(col_description(c.oid, a.attnum), '') as comment
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        where c.relkind in ('r', 'p') and not c.relispartition
                          and (n.nspname = 'house'
                            or exists (select from pg_class h
                                        where h.relnamespace = 'house'::regnamespace
                                          and h.relname = 'migration_' || n.nspname))
                          and c.relname not like 'migration\\_%'
                        order by 1, 2, a.attnum
                        """).query(Column.class).list();
    }
}
