package org.linli.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.access.PermissionWords;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Names and words for what Linli refuses to be, and where they may not turn up. */
final class NotHeld {

    /** In lower case and without separators, so that every way of writing a name is caught. */
    private static final String NAMES = Stream.of(
                    "ethnic",
                    "nationalminority",
                    "religio",
                    "politicalstatus",
                    "partymember",
                    "face(feature|template|recogni|search|match|compare)",
                    "gait",
                    "plate(number|recogni|search)",
                    "(resident|person|citizen|household|trust|behaviou?r)(score|rank|rating)",
                    "socialcredit(?!code)",
                    "(silent|remote)(listen|photo|record)",
                    "listenin",
                    "continuoustrack",
                    "(person|people)acrosscamera",
                    "specialgroup",
                    "keyperson",
                    "blacklist",
                    "druguser",
                    "releasedperson")
            .collect(Collectors.joining("|"));

    private static final Pattern NAME = Pattern.compile("(" + NAMES + ")");

    private static final Pattern WORDS =
            Pattern.compile("民族(?!区)|宗教|政治面貌|人脸(识别|比对|检索|特征)|步态|车牌识别|居民(积分|评分|信用分)|重点人员|特殊人群|静默监听|远程拍照");

    private NotHeld() {}

    /** For rules about names in Java. */
    static String javaName() {
        return "(?i).*(" + NAMES + ").*";
    }

    static boolean isHeld(String name) {
        return NAME.matcher(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
                        .find()
                || WORDS.matcher(name).find();
    }

    static TreeSet<String> among(Stream<String> names) {
        return names.filter(NotHeld::isHeld).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Schemas, tables and columns with what their comments say. */
    static Stream<String> columns(JdbcClient jdbc) {
        return jdbc.sql("""
                        select n.nspname || '.' || c.relname || '.' || a.attname || ' '
                               || coalesce(obj_description(c.oid, 'pg_class'), '') || ' '
                               || coalesce(col_description(c.oid, a.attnum), '')
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                         where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
                        """).query(String.class).stream();
    }

    /** Paths, parameters, types and properties of the HTTP interface, and the values its enumerations take. */
    static Stream<String> names(JsonNode openApi) {
        var paths = openApi.path("paths").properties().stream().map(Map.Entry::getKey);
        var types = openApi.path("components").path("schemas").properties().stream()
                .flatMap(type -> Stream.concat(
                        Stream.of(type.getKey()),
                        type.getValue().path("properties").properties().stream()
                                .map(property -> type.getKey() + "." + property.getKey())));
        var values = Stream.of("name", "operationId", "enum")
                .flatMap(key -> openApi.findValues(key).stream())
                .flatMap(value -> value.isArray() ? value.valueStream() : Stream.of(value))
                .filter(JsonNode::isString)
                .map(JsonNode::asString);
        return Stream.of(paths, types, values).flatMap(part -> part);
    }

    static Stream<String> permissions(List<PermissionWords> modules) {
        return modules.stream()
                .flatMap(module -> module.words().stream())
                .map(word -> word.word() + " " + word.names().zh() + " "
                        + word.names().en());
    }
}
