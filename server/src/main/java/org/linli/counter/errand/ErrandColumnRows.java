package org.linli.counter.errand;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seals values again when the key changed. */
@Component
class ErrandColumnRows {

    /** Table and column; the context of a sealed value is {@code counter.} with both. */
    private record Column(String table, String name) {
        String context() {
            return "counter." + table + "." + name;
        }
    }

    private static final List<Column> COLUMNS = List.of(
            new Column("errand", "name_sealed"),
            new Column("errand", "document_sealed"),
            new Column("errand", "phone_sealed"),
            new Column("errand", "address_sealed"),
            new Column("errand", "form_sealed"),
            new Column("errand", "findings_sealed"),
            new Column("mandate", "name_sealed"),
            new Column("mandate", "document_sealed"),
            new Column("department_message", "body_sealed"),
            new Column("department_answer", "body_sealed"));

    private final JdbcClient jdbc;

    ErrandColumnRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Sealed(UUID id, String value) {}

    @Transactional
    public int reseal(String keyInUse, UnaryOperator<String> resealed, int limit) {
        var done = 0;
        for (var column : COLUMNS) {
            if (done < limit) {
                done += reseal(column, keyInUse, resealed, limit - done);
            }
        }
        return done;
    }

    private int reseal(Column column, String keyInUse, UnaryOperator<String> resealed, int limit) {
        var old = jdbc.sql(
                        "select id, %s as value from counter.%s where %s is not null and not starts_with(%s, :key) limit :limit"
                                .formatted(column.name(), column.table(), column.name(), column.name()))
                .param("key", keyInUse)
                .param("limit", limit)
                .query(Sealed.class)
                .list();
        for (var one : old) {
            jdbc.sql("update counter.%s set %s = :value where id = :id".formatted(column.table(), column.name()))
                    .param("value", resealed.apply(column.context() + "\n" + one.value()))
                    .param("id", one.id())
                    .update();
        }
        return old.size();
    }
}
