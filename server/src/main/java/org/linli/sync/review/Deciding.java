package org.linli.sync.review;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.shared.Names;
import org.linli.shared.Refusal;
import org.linli.sync.PhoneNotices;
import org.linli.sync.Reviews.Kind;
import org.linli.sync.SyncReason;
import org.linli.sync.SyncWords;
import org.linli.sync.contributions.Change;
import org.linli.sync.contributions.SameValue;
import org.linli.sync.contributions.Standing;
import org.linli.sync.contributions.SyncedCollection;
import org.linli.sync.log.SyncedTypes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides conflicts: keep, take, or type a third value. What is decided is an ordinary change of the owning module. */
@Service
class Deciding {

    /** What becomes of one field. */
    enum Choice {
        /** What stands stays. */
        KEEP,
        /** The proposal is taken. */
        TAKE,
        /** A third value. */
        VALUE
    }

    record FieldDecision(Choice choice, @Nullable Object value) {}

    /** Under which it is kept, and told to phones, what was decided about a duplicate. */
    private static final String SAME = "same";

    private final ConflictRows rows;
    private final ConflictQueries queries;
    private final SyncedTypes types;
    private final PhoneNotices notices;
    private final AuditTrail audit;
    private final Clock clock;

    Deciding(
            ConflictRows rows,
            ConflictQueries queries,
            SyncedTypes types,
            PhoneNotices notices,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.queries = queries;
        this.types = types;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param decisions one for every field whose proposal differs from what stands; of a duplicate none
     * @param same of a duplicate: whether it is the record that is there
     */
    @Transactional
    void decide(Acting by, UUID id, Map<String, FieldDecision> decisions, boolean same, String reason) {
        if (reason.isBlank()) {
            throw Refusal.ofField("reason", SyncReason.REASON_MISSING);
        }
        var known = queries.find(id).orElseThrow(() -> Refusal.because(SyncReason.UNKNOWN_CONFLICT));
        by.require(SyncWords.DECIDE, DivisionCode.of(known.area()));
        // The record before its conflict, as whoever moves the record comes to both.
        var standing = types.find(known.type()).flatMap(collection -> collection.hold(known.entity()));
        rows.lock(id);
        var conflict = queries.find(id).orElseThrow(() -> Refusal.because(SyncReason.UNKNOWN_CONFLICT));
        if (conflict.decided().isPresent()) {
            throw Refusal.because(SyncReason.ALREADY_DECIDED);
        }
        var decided = conflict.kind() == Kind.DUPLICATE
                ? found(by, conflict, same, reason)
                : applied(
                        by,
                        conflict,
                        standing.or(() -> gone(conflict, decisions))
                                .orElseThrow(() -> Refusal.because(SyncReason.UNKNOWN_RECORD)),
                        decisions,
                        reason);
        rows.decide(id, by, decided, reason, clock.instant());
        audit.note(
                by,
                SyncWords.DECIDE,
                "conflict:" + id,
                Map.of("type", conflict.type(), "entity", conflict.entity().toString(), "unit", conflict.unit()));
        tellAuthors(conflict);
    }

    /** Whether what a phone added is what is there already; otherwise it stays refused, and its author is told why. */
    private Map<String, @Nullable Object> found(Acting by, Conflict conflict, boolean same, String reason) {
        if (same) {
            var collection = types.find(conflict.type()).orElseThrow();
            var proposed = new Standing(conflict.scope(), Map.of(), true);
            collection.same(
                    by,
                    change(conflict, proposed, conflict.proposed(), reason),
                    conflict.existing().orElseThrow());
        }
        return Map.of(SAME, same);
    }

    /** Of a record that is gone nothing can be set any more, but its conflict can still be closed. */
    private static Optional<Standing> gone(Conflict conflict, Map<String, FieldDecision> decisions) {
        var keeps = decisions.values().stream().allMatch(decision -> decision.choice() == Choice.KEEP);
        var stood = new LinkedHashMap<String, Object>();
        conflict.server().forEach((field, value) -> {
            if (value != null) {
                stood.put(field, value);
            }
        });
        return keeps ? Optional.of(new Standing(conflict.scope(), stood, false)) : Optional.empty();
    }

    private Map<String, @Nullable Object> applied(
            Acting by, Conflict conflict, Standing standing, Map<String, FieldDecision> decisions, String reason) {
        var collection = types.find(conflict.type()).orElseThrow();
        var decided = decided(collection, conflict, standing, decisions);
        var toSet = new LinkedHashMap<>(decided);
        toSet.entrySet()
                .removeIf(one -> SameValue.of(one.getValue(), standing.values().get(one.getKey())));
        if (!toSet.isEmpty()) {
            collection.patch(by, change(conflict, standing, toSet, reason));
        }
        return decided;
    }

    private static Map<String, @Nullable Object> decided(
            SyncedCollection collection, Conflict conflict, Standing standing, Map<String, FieldDecision> decisions) {
        var decided = new LinkedHashMap<String, @Nullable Object>();
        for (var field : conflict.proposed().keySet()) {
            var stands = standing.values().get(field);
            var proposed = conflict.proposed().get(field);
            var decision = decisions.get(field);
            if (decision == null) {
                if (!SameValue.of(stands, proposed)) {
                    throw Refusal.ofField(field, SyncReason.DECISION_MISSING, field);
                }
                continue;
            }
            decided.put(
                    field,
                    switch (decision.choice()) {
                        case KEEP -> stands;
                        case TAKE -> taken(collection, conflict, field, stands);
                        case VALUE -> typed(field, decision);
                    });
        }
        return decided;
    }

    /** Lists to which everybody adds are not replaced by the one somebody proposed: what it adds is added. */
    private static @Nullable Object taken(
            SyncedCollection collection, Conflict conflict, String field, @Nullable Object stands) {
        var proposed = conflict.proposed().get(field);
        for (var unit : collection.units()) {
            if (unit.fields().contains(field)) {
                return unit.resolved(stands, conflict.base().get(field), proposed);
            }
        }
        return proposed;
    }

    private static Object typed(String field, FieldDecision decision) {
        var value = decision.value();
        if (value == null || value.toString().isBlank()) {
            throw Refusal.ofField(field, SyncReason.VALUE_MISSING, field);
        }
        return value;
    }

    private Change change(Conflict conflict, Standing standing, Map<String, @Nullable Object> toSet, String reason) {
        var base = new LinkedHashMap<String, @Nullable Object>();
        toSet.keySet().forEach(field -> base.put(field, standing.values().get(field)));
        return new Change(
                Ids.next(),
                conflict.entity(),
                standing.scope(),
                Optional.empty(),
                toSet,
                base,
                "",
                Map.of("reason", reason),
                List.of(),
                clock.instant(),
                Optional.empty());
    }

    private void tellAuthors(Conflict conflict) {
        conflict.proposals().stream()
                .map(Conflict.Proposed::account)
                .distinct()
                .forEach(account -> notices.tell(
                        account,
                        "conflict-decided",
                        Names.of("您的修改已由他人核定，请查看结果。", "Your change was reviewed; see what was decided."),
                        Optional.of(new PhoneNotices.About("conflict", conflict.id()))));
    }
}
