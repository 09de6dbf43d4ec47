package org.linli.registry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What phones are told, held against what the base says. */
public final class ChangeLog {

    private static final String TRUTH = """
            select 'grid:' || division as scope, 'person' as etype, id as eid from registry.person
             where length(division) = 15 and (voided_at is null or merged_into is not null)
            union all
            select 'grid:' || division, 'household', id from registry.household
             where length(division) = 15 and voided_at is null
            union all
            select 'grid:' || division, 'dwelling', id from registry.dwelling
             where length(division) = 15 and voided_at is null
            """;

    private static final String TOLD =
            "select scope, etype, eid from sync.change where op = 'P' and etype in ('person', 'household', 'dwelling')";

    private final JdbcClient jdbc;

    public ChangeLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every scope holds exactly the records that count in its cell, and its numbers have no twins and none above its head. */
    public void equalsTheBase() {
        assertThat(rows("(" + TRUTH + ") except (" + TOLD + ")"))
                .as("in the base, not told")
                .isEmpty();
        assertThat(rows("(" + TOLD + ") except (" + TRUTH + ")"))
                .as("told, not in the base")
                .isEmpty();
        assertThat(rows("""
                select c.scope, c.etype, c.eid from sync.change c join sync.scope s using (scope) where c.seq > s.head""")).isEmpty();
        assertThat(jdbc.sql("select count(*) from sync.pending")
                        .query(Long.class)
                        .single())
                .as("still to be stamped")
                .isZero();
    }

    /** Cells whose phones hold a record now. */
    public List<String> scopesOf(UUID id) {
        return jdbc.sql("select scope from sync.change where eid = :id and op = 'P' order by scope")
                .param("id", id)
                .query(String.class)
                .list();
    }

    /** Cells whose phones have forgotten a record. */
    public List<String> forgottenIn(UUID id) {
        return jdbc.sql("select scope from sync.change where eid = :id and op = 'R' order by scope")
                .param("id", id)
                .query(String.class)
                .list();
    }

    /** The latest version of a record, wherever it is; 0 when nothing was ever told of it. */
    public long versionOf(UUID id) {
        return jdbc.sql("select coalesce(max(v), 0) from sync.change where eid = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /** The latest version of every record. */
    public Map<UUID, Long> versions() {
        var versions = new HashMap<UUID, Long>();
        jdbc.sql("select eid, max(v) as v from sync.change group by eid")
                .query((row, number) -> Map.entry(row.getObject("eid", UUID.class), row.getLong("v")))
                .list()
                .forEach(row -> versions.put(row.getKey(), row.getValue()));
        return versions;
    }

    private List<Map<String, Object>> rows(String sql) {
        return jdbc.sql(sql + " limit 10").query().listOfRows();
    }
}
