package org.linli.registry.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.registry.ChangeSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All states of rows, and the changes that made them. */
@Component
class HistoryQueries {

    /** One state of a row. */
    record Version(Trace trace, UUID row, int revision, UUID change, Map<String, Object> values) {}

    /** Who changed something, from where and why. */
    record Made(
            UUID id,
            Instant at,
            ChangeSource source,
            String reason,
            Optional<String> reference,
            String actor,
            String unit,
            Optional<String> homeUnit) {}

    private static final TypeReference<LinkedHashMap<String, Object>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    HistoryQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Every state of every row that tells of the record, the oldest of each row first. */
    List<Version> versions(Collection<Trace> traces, UUID record) {
        var sql = traces.stream()
                .map(trace -> """
                        select '%s' as trace, v.id, v.revision, v.change_id, to_jsonb(v) as state
                          from registry.%s_version v where v.%s = :record""".formatted(trace.name(), trace.table(), trace.column()))
                .collect(Collectors.joining(" union all "));
        return jdbc.sql(sql + " order by 1, 2, 3")
                .param("record", record)
                .query((row, n) -> new Version(
                        Trace.valueOf(row.getString("trace")),
                        row.getObject("id", UUID.class),
                        row.getInt("revision"),
                        row.getObject("change_id", UUID.class),
                        json.readValue(row.getString("state"), VALUES)))
                .list();
    }

    List<Made> changes(Collection<UUID> ids) {
        return jdbc.sql("select * from registry.change where id = any(:ids) order by at desc, id desc")
                .param("ids", ids.toArray(UUID[]::new))
                .query(HistoryQueries::made)
                .list();
    }

    private static Made made(ResultSet row, int n) throws SQLException {
        return new Made(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                ChangeSource.valueOf(row.getString("source")),
                row.getString("reason"),
                Optional.ofNullable(row.getString("reference")),
                row.getString("actor"),
                row.getString("unit"),
                Optional.ofNullable(row.getString("home_unit")));
    }
}
