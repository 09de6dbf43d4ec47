package org.linli.sync.review;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.sync.Reviews.Kind;
import org.linli.sync.contributions.SyncedCollection;
import org.springframework.stereotype.Component;

/** Conflicts on the phones of both workers (待核对冲突); decided at a desk. */
@Component
class SyncedConflicts implements SyncedCollection {

    private final ConflictQueries queries;

    SyncedConflicts(ConflictQueries queries) {
        this.queries = queries;
    }

    @Override
    public String type() {
        return "conflict";
    }

    @Override
    public Set<String> tables() {
        return Set.of("sync.conflict");
    }

    @Override
    public Map<UUID, Map<String, Object>> load(Acting by, Collection<UUID> ids) {
        return queries.all(ids).values().stream().collect(Collectors.toMap(Conflict::id, SyncedConflicts::seen));
    }

    private static Map<String, Object> seen(Conflict conflict) {
        var seen = new LinkedHashMap<String, Object>();
        seen.put("type", conflict.type());
        seen.put("entity", conflict.entity().toString());
        seen.put("unit", conflict.unit());
        seen.put("kind", word(conflict.kind()));
        seen.put("state", conflict.decided().isPresent() ? "decided" : "open");
        seen.put("fields", fields(conflict));
        seen.put("openedAt", conflict.openedAt().toString());
        if (!conflict.proposals().isEmpty()) {
            var latest = conflict.proposals().getLast();
            seen.put("author", latest.author());
            seen.put("occurredAt", latest.occurredAt().toString());
        }
        conflict.decided().ifPresent(decided -> {
            seen.put("decision", withoutNull(decided.values()));
            seen.put("reason", decided.reason());
            seen.put("decidedBy", decided.by());
            seen.put("decidedAt", decided.at().toString());
        });
        return seen;
    }

    /** Of a duplicate only what its author wrote: what stands may be another grid's. */
    private static Map<String, Object> fields(Conflict conflict) {
        var names = new LinkedHashSet<>(conflict.proposed().keySet());
        var fields = new LinkedHashMap<String, Object>();
        for (var name : names) {
            var sides = new LinkedHashMap<String, @Nullable Object>();
            sides.put("base", conflict.base().get(name));
            if (conflict.kind() != Kind.DUPLICATE) {
                sides.put("server", conflict.server().get(name));
            }
            sides.put("proposed", conflict.proposed().get(name));
            fields.put(name, withoutNull(sides));
        }
        return fields;
    }

    private static Map<String, Object> withoutNull(Map<String, @Nullable Object> values) {
        var kept = new LinkedHashMap<String, Object>();
        values.forEach((field, value) -> {
            if (value != null) {
                kept.put(field, value);
            }
        });
        return kept;
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
