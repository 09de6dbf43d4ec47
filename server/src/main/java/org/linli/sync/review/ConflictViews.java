package org.linli.sync.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.privacy.DisclosureLedger;
import org.linli.sync.Reviews.Kind;
import org.linli.sync.SyncWords;
import org.linli.sync.log.SyncedTypes;
import org.springframework.stereotype.Component;

/** Conflicts as the desk sees them; reading one is noted, and whose full values it shows. */
@Component
class ConflictViews {

    private final SyncedTypes types;
    private final AuditTrail audit;
    private final DisclosureLedger ledger;

    ConflictViews(SyncedTypes types, AuditTrail audit, DisclosureLedger ledger) {
        this.types = types;
        this.audit = audit;
        this.ledger = ledger;
    }

    /** One line of the list, without values. */
    record ConflictLineView(
            UUID id,
            String area,
            String type,
            UUID entity,
            String unit,
            Kind kind,
            @Nullable String author,
            int proposals,
            Instant openedAt,
            boolean overdue,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy) {}

    /** What is known of one field; {@code current} is what stands today. */
    record FieldView(
            String field,
            @Nullable Object base,
            @Nullable Object server,
            @Nullable Object current,
            @Nullable Object proposed) {}

    /** What one change proposed. */
    record ProposalView(UUID mutation, String author, Instant occurredAt, Map<String, @Nullable Object> values) {}

    /**
     * A conflict with its values.
     *
     * @param existing of a duplicate: the record that is there
     */
    record ConflictView(
            ConflictLineView line,
            @Nullable UUID existing,
            List<FieldView> fields,
            List<ProposalView> proposals,
            @Nullable Map<String, @Nullable Object> decision,
            @Nullable String reason) {}

    static ConflictLineView line(Conflict conflict) {
        return new ConflictLineView(
                conflict.id(),
                conflict.area(),
                conflict.type(),
                conflict.entity(),
                conflict.unit(),
                conflict.kind(),
                conflict.proposals().isEmpty()
                        ? null
                        : conflict.proposals().getLast().author(),
                conflict.proposals().size(),
                conflict.openedAt(),
                conflict.escalatedAt().isPresent() && conflict.decided().isEmpty(),
                conflict.decided().map(Conflict.Decided::at).orElse(null),
                conflict.decided().map(Conflict.Decided::by).orElse(null));
    }

    ConflictView of(Acting by, Conflict conflict) {
        note(by, conflict);
        var current = types.find(conflict.type())
                .map(collection -> collection.load(by, Set.of(conflict.entity())))
                .map(found -> found.getOrDefault(conflict.entity(), Map.of()))
                .orElse(Map.of());
        var proposed = shown(conflict, conflict.proposed());
        var fields = proposed.keySet().stream()
                .map(field -> new FieldView(
                        field,
                        conflict.base().get(field),
                        conflict.server().get(field),
                        current.get(field),
                        proposed.get(field)))
                .toList();
        var proposals = conflict.proposals().stream()
                .map(one ->
                        new ProposalView(one.mutation(), one.author(), one.occurredAt(), shown(conflict, one.values())))
                .toList();
        return new ConflictView(
                line(conflict),
                conflict.existing().orElse(null),
                fields,
                proposals,
                conflict.decided().map(Conflict.Decided::values).orElse(null),
                conflict.decided().map(Conflict.Decided::reason).orElse(null));
    }

    private Map<String, @Nullable Object> shown(Conflict conflict, Map<String, @Nullable Object> values) {
        return conflict.kind() == Kind.DUPLICATE
                ? types.find(conflict.type())
                        .map(collection -> collection.shown(values))
                        .orElse(values)
                : values;
    }

    private void note(Acting by, Conflict conflict) {
        audit.note(
                by,
                SyncWords.READ_CONFLICTS,
                "conflict:" + conflict.id(),
                Map.of("type", conflict.type(), "entity", conflict.entity().toString()));
        var disclosed = Optional.of(conflict.type())
                .flatMap(types::find)
                .map(collection -> collection.disclosed(Set.of(conflict.entity())));
        disclosed
                .filter(one -> !one.subjects().isEmpty())
                .ifPresent(one ->
                        ledger.noteAll(by, one.subjects(), one.fields(), "sync.conflict", "conflict:" + conflict.id()));
    }
}
