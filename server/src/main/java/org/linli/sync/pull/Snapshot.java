package org.linli.sync.pull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.shared.Names;
import org.linli.sync.Assignments.Mode;
import org.linli.sync.log.ChangeQueries;
import org.linli.sync.log.ChangeQueries.Entry;
import org.linli.sync.log.ChangeQueries.Reach;
import org.linli.sync.log.Scopes;
import org.linli.sync.log.SyncedTypes;
import org.springframework.stereotype.Component;

/** Reads a page of scopes; its caller's transaction is the one view of the database all of it comes from. */
@Component
class Snapshot {

    /** Dictionaries first and the phone's own matters second, because the rest refers to them. */
    private static final Comparator<String> USEFUL_FIRST = Comparator.<String>comparingInt(scope ->
                    scope.equals(Scopes.REFERENCE) ? 0 : Scopes.division(scope).isEmpty() ? 1 : 2)
            .thenComparing(Comparator.naturalOrder());

    private final ChangeQueries changes;
    private final SyncedTypes types;
    private final Areas areas;

    Snapshot(ChangeQueries changes, SyncedTypes types, Areas areas) {
        this.changes = changes;
        this.types = types;
        this.areas = areas;
    }

    /** One scope of the page before its records are loaded. */
    private record Part(
            String scope, Mode mode, List<Entry> entries, long next, boolean more, long head, boolean reset) {}

    /**
     * @param held the scopes the account holds in this very view
     * @param sameEpoch whether the phone's cursors are of this epoch
     */
    List<PullView.ScopeView> read(Acting by, PullForm form, Map<String, Mode> held, boolean sameEpoch) {
        var known = types.knownTo(form.appSchema());
        var reaches = changes.reaches(held.keySet());
        var parts = new ArrayList<Part>();
        var room = form.most();
        for (var scope : held.keySet().stream().sorted(USEFUL_FIRST).toList()) {
            var asked = Math.max(0, form.scopes().getOrDefault(scope, 0L));
            var reach = reaches.getOrDefault(scope, Reach.EMPTY);
            var mode = Objects.requireNonNull(held.get(scope));
            // A cursor beyond the head was given out by a later self of this database; one below the floor has missed
            // tombstones, unless it stands within a reading from the beginning, which needs none.
            var current = sameEpoch && asked <= reach.head() && (asked >= reach.floor() || form.isLoading(scope));
            var part = part(scope, mode, asked, current, reach, known, room);
            room -= part.entries().size();
            parts.add(part);
        }
        var records = load(by, parts);
        return parts.stream().map(part -> view(part, known, records)).toList();
    }

    private Part part(String scope, Mode mode, long asked, boolean current, Reach reach, Set<String> known, int room) {
        var reset = asked > 0 && !current;
        var from = reset ? 0 : asked;
        if (from == reach.head()) {
            return new Part(scope, mode, List.of(), from, false, reach.head(), reset);
        }
        var found = changes.after(scope, from, known, room + 1);
        var more = found.size() > room;
        var entries = more ? found.subList(0, room) : found;
        var next = more ? (entries.isEmpty() ? from : entries.getLast().seq()) : reach.head();
        return new Part(scope, mode, entries, next, more, reach.head(), reset);
    }

    private Map<String, Map<UUID, Map<String, Object>>> load(Acting by, List<Part> parts) {
        var wanted = new HashMap<String, List<UUID>>();
        for (var part : parts) {
            part.entries().stream()
                    .filter(Entry::present)
                    .forEach(entry -> wanted.computeIfAbsent(entry.type(), type -> new ArrayList<>())
                            .add(entry.id()));
        }
        return wanted.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> load(by, one.getKey(), one.getValue())));
    }

    private Map<UUID, Map<String, Object>> load(Acting by, String type, Collection<UUID> ids) {
        return types.find(type).orElseThrow().load(by, ids);
    }

    private PullView.ScopeView view(Part part, Set<String> known, Map<String, Map<UUID, Map<String, Object>>> records) {
        var items = part.entries().stream().map(entry -> item(entry, records)).toList();
        var digest = part.more() ? null : changes.digest(part.scope(), known);
        return new PullView.ScopeView(
                part.scope(),
                part.scope().replaceAll(":.*", ""),
                part.mode() == Mode.READ_WRITE ? PullView.ScopeMode.rw : PullView.ScopeMode.ro,
                names(part.scope()),
                items,
                part.next(),
                part.more(),
                part.head(),
                digest == null ? null : new PullView.DigestView(digest.count(), Long.toString(digest.xor())),
                part.reset() ? Boolean.TRUE : null);
    }

    private static PullView.ItemView item(Entry entry, Map<String, Map<UUID, Map<String, Object>>> records) {
        var op = entry.present() ? PullView.Op.P : PullView.Op.R;
        var data =
                entry.present() ? records.getOrDefault(entry.type(), Map.of()).get(entry.id()) : null;
        return new PullView.ItemView(entry.seq(), entry.type(), entry.id(), op, entry.v(), data);
    }

    private @Nullable Names names(String scope) {
        return Scopes.division(scope)
                .flatMap(areas::division)
                .map(Areas.Division::shortNames)
                .orElse(null);
    }
}
