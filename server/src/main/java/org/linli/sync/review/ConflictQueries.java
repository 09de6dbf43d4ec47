package org.linli.sync.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccountId;
import org.linli.shared.DivisionCode;
import org.linli.sync.Reviews.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads conflicts. */
@Repository
class ConflictQueries {

    private static final String SELECT = """
            select id, scope, area, etype, entity, unit, kind, existing, base_sealed, server_sealed, proposed_sealed,
                   opened_at, escalated_at, decided_at, decider, decision_sealed, reason
              from sync.conflict
            """;

    private final JdbcClient jdbc;
    private final SealedValues values;

    ConflictQueries(JdbcClient jdbc, SealedValues values) {
        this.jdbc = jdbc;
        this.values = values;
    }

    /** How many wait, how many of them too long, and since when the oldest. */
    record Figures(long open, long overdue, @Nullable Instant oldest) {}

    Optional<Conflict> find(UUID id) {
        return all(List.of(id)).values().stream().findFirst();
    }

    Map<UUID, Conflict> all(Collection<UUID> ids) {
        var proposals = proposals(ids);
        return jdbc
                .sql(SELECT + "where id = any(:ids) and emptied_at is null")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> conflict(row, proposals))
                .list()
                .stream()
                .collect(Collectors.toMap(Conflict::id, one -> one));
    }

    /** Those of an area, the oldest first. */
    List<UUID> page(DivisionCode area, boolean open, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select id from sync.conflict
                 where area like :area || '%' and (state = 'OPEN') = :open and emptied_at is null
                   and (:after::uuid is null or id > :after)
                 order by id limit :limit
                """)
                .param("area", area.value())
                .param("open", open)
                .param("after", after, java.sql.Types.OTHER)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    Figures figures(DivisionCode area) {
        return jdbc.sql("""
                select count(*) as open, count(escalated_at) as overdue, min(opened_at) as oldest
                  from sync.conflict where state = 'OPEN' and area like :area || '%'
                """)
                .param("area", area.value())
                .query((row, n) ->
                        new Figures(row.getLong("open"), row.getLong("overdue"), instant(row.getTimestamp("oldest"))))
                .single();
    }

    private Map<UUID, List<Conflict.Proposed>> proposals(Collection<UUID> conflicts) {
        var found = new HashMap<UUID, List<Conflict.Proposed>>();
        jdbc.sql("""
                select conflict_id, mutation_id, account_id, author, occurred_at, proposed_sealed from sync.proposal
                 where conflict_id = any(:ids) order by arrived_at, mutation_id
                """).param("ids", conflicts.toArray(UUID[]::new)).query(row -> {
            found.computeIfAbsent(row.getObject("conflict_id", UUID.class), id -> new ArrayList<>())
                    .add(proposed(row));
        });
        return found;
    }

    private Conflict.Proposed proposed(ResultSet row) throws SQLException {
        return new Conflict.Proposed(
                row.getObject("mutation_id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("author"),
                row.getTimestamp("occurred_at").toInstant(),
                values.open(row.getString("proposed_sealed")));
    }

    private Conflict conflict(ResultSet row, Map<UUID, List<Conflict.Proposed>> proposals) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var decidedAt = row.getTimestamp("decided_at");
        return new Conflict(
                id,
                row.getString("scope"),
                row.getString("area"),
                row.getString("etype"),
                row.getObject("entity", UUID.class),
                row.getString("unit"),
                Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("existing", UUID.class)),
                values.open(row.getString("base_sealed")),
                values.open(row.getString("server_sealed")),
                values.open(row.getString("proposed_sealed")),
                row.getTimestamp("opened_at").toInstant(),
                Optional.ofNullable(instant(row.getTimestamp("escalated_at"))),
                decidedAt == null
                        ? Optional.empty()
                        : Optional.of(new Conflict.Decided(
                                decidedAt.toInstant(),
                                row.getString("decider"),
                                values.open(row.getString("decision_sealed")),
                                row.getString("reason"))),
                proposals.getOrDefault(id, List.of()));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
