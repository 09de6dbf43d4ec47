package org.linli.sync.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.sync.ReviewOverdue;
import org.linli.sync.Reviews.Kind;
import org.linli.sync.Reviews.Proposal;
import org.linli.sync.Reviews.Question;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of conflicts and proposals. */
@Repository
class ConflictRows {

    private final JdbcClient jdbc;
    private final SealedValues values;

    ConflictRows(JdbcClient jdbc, SealedValues values) {
        this.jdbc = jdbc;
        this.values = values;
    }

    /** The open one of a unit, held. */
    Optional<UUID> open(String type, UUID entity, String unit, Kind kind) {
        return jdbc.sql("""
                select id from sync.conflict
                 where etype = :type and entity = :entity and unit = :unit and kind = :kind and state = 'OPEN'
                   for update
                """)
                .param("type", type)
                .param("entity", entity)
                .param("unit", unit)
                .param("kind", kind.name())
                .query(UUID.class)
                .optional();
    }

    Set<String> openUnits(String type, UUID entity) {
        return jdbc.sql("""
                select unit from sync.conflict
                 where etype = :type and entity = :entity and state = 'OPEN' and kind = 'FIELD'
                """).param("type", type).param("entity", entity).query(String.class).list().stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    void add(UUID id, Question question, Instant now) {
        jdbc.sql("""
                insert into sync.conflict
                  (id, scope, area, etype, entity, unit, kind, state, existing, base_sealed, server_sealed,
                   proposed_sealed, opened_at)
                values (:id, :scope, :area, :type, :entity, :unit, :kind, 'OPEN', :existing, :base, :server, :proposed,
                        :now)
                """)
                .param("id", id)
                .param("scope", question.scope())
                .param("area", question.area())
                .param("type", question.type())
                .param("entity", question.entity())
                .param("unit", question.unit())
                .param("kind", question.kind().name())
                .param("existing", question.existing().orElse(null), java.sql.Types.OTHER)
                .param("base", values.seal(question.base()))
                .param("server", values.seal(question.server()))
                .param("proposed", values.seal(question.proposed()))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** A further proposal: of each field the latest is shown, what the first author had known stays. */
    void join(Conflict open, Map<String, @Nullable Object> base, Map<String, @Nullable Object> proposed) {
        jdbc.sql("update sync.conflict set base_sealed = :base, proposed_sealed = :proposed where id = :id")
                .param("id", open.id())
                .param("base", values.seal(base))
                .param("proposed", values.seal(proposed))
                .update();
    }

    void propose(UUID conflict, Question question, Proposal proposal, Instant now) {
        jdbc.sql("""
                insert into sync.proposal
                  (conflict_id, mutation_id, account_id, author, device_id, occurred_at, arrived_at, base_sealed,
                   proposed_sealed)
                values (:conflict, :mutation, :account, :author, :device, :occurred, :now, :base, :proposed)
                """)
                .param("conflict", conflict)
                .param("mutation", proposal.mutation())
                .param("account", proposal.account().value())
                .param("author", proposal.author())
                .param("device", proposal.device().orElse(null), java.sql.Types.OTHER)
                .param("occurred", Timestamp.from(proposal.occurredAt()))
                .param("base", values.seal(question.base()))
                .param("proposed", values.seal(question.proposed()))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Waits for anybody else who decides it. */
    void lock(UUID id) {
        jdbc.sql("select 1 from sync.conflict where id = :id for update")
                .param("id", id)
                .query(rows -> {});
    }

    void decide(UUID id, Acting by, Map<String, @Nullable Object> decision, String reason, Instant now) {
        jdbc.sql("""
                update sync.conflict
                   set state = 'DECIDED', decided_at = :now, decided_by = :by, decider = :name,
                       decision_sealed = :decision, reason = :reason
                 where id = :id
                """)
                .param("id", id)
                .param("by", by.posting().value())
                .param("name", by.name())
                .param("decision", values.seal(decision))
                .param("reason", reason)
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * Marks those that have waited since before; answers with them. Scopes are locked before their conflicts, as whoever
     * moves a record comes to both.
     */
    List<ReviewOverdue> escalate(Instant before, Instant now, int most) {
        jdbc.sql("""
                select 1 from sync.scope
                 where scope in (select scope from sync.conflict
                                  where state = 'OPEN' and escalated_at is null and opened_at < :before)
                 order by scope for update
                """).param("before", Timestamp.from(before)).query(rows -> {});
        return jdbc.sql("""
                update sync.conflict set escalated_at = :now where id in (
                  select id from sync.conflict
                   where state = 'OPEN' and escalated_at is null and opened_at < :before
                   order by opened_at limit :most for update skip locked)
                returning id, area, etype, entity, opened_at
                """)
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(before))
                .param("most", most)
                .query((row, n) -> new ReviewOverdue(
                        row.getObject("id", UUID.class),
                        row.getString("area"),
                        row.getString("etype"),
                        row.getObject("entity", UUID.class),
                        row.getTimestamp("opened_at").toInstant()))
                .list();
    }
}
