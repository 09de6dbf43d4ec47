package org.linli.casework.procedure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * All published versions in memory. Another process of the same house may publish too, so the number of stored versions
 * is looked at again when the last look is ten seconds old.
 */
@Component
class PublishedProcedures implements Procedures {

    private static final long LOOK_EVERY_NANOS = 10_000_000_000L;

    private final ProcedureRows rows;
    private volatile NavigableMap<String, NavigableMap<Integer, PublishedVersion>> shelf = new TreeMap<>();
    private volatile int known;
    private volatile long lookedAt = System.nanoTime() - LOOK_EVERY_NANOS;

    PublishedProcedures(ProcedureRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Procedure> current(String key) {
        return versions(key).stream().reduce((older, newer) -> newer).map(PublishedVersion::procedure);
    }

    @Override
    public Optional<Procedure> version(String key, int version) {
        return published(key, version).map(PublishedVersion::procedure);
    }

    @Override
    public List<Procedure> all() {
        refresh();
        return shelf.values().stream()
                .map(versions -> versions.lastEntry().getValue().procedure())
                .toList();
    }

    Optional<PublishedVersion> published(String key, int version) {
        refresh();
        return Optional.ofNullable(shelf.get(key)).map(versions -> versions.get(version));
    }

    /** Oldest first; empty when there is no such procedure. */
    Collection<PublishedVersion> versions(String key) {
        refresh();
        var versions = shelf.get(key);
        return versions == null ? List.of() : versions.values();
    }

    /** Reads what is stored anew. */
    synchronized void reload() {
        var fresh = new TreeMap<String, NavigableMap<Integer, PublishedVersion>>();
        var all = rows.all();
        for (var row : all) {
            var read = shelf.getOrDefault(row.key(), new TreeMap<>()).get(row.version());
            fresh.computeIfAbsent(row.key(), key -> new TreeMap<>())
                    .put(row.version(), read != null ? read : read(row));
        }
        shelf = fresh;
        known = all.size();
        lookedAt = System.nanoTime();
    }

    List<String> keys() {
        refresh();
        return new ArrayList<>(shelf.keySet());
    }

    private void refresh() {
        if (System.nanoTime() - lookedAt >= LOOK_EVERY_NANOS) {
            lookedAt = System.nanoTime();
            if (rows.count() != known) {
                reload();
            }
        }
    }

    private static PublishedVersion read(ProcedureRows.Row row) {
        var file = ProcedureFile.read(row.key() + " " + row.version(), row.source(), KnownWords.ANY);
        var procedure = file.procedure()
                .orElseThrow(() -> new IllegalStateException(
                        "a published version is damaged: " + row.key() + " " + row.version() + " " + file.faults()));
        return new PublishedVersion(procedure, row.digest(), row.source(), row.note(), row.at(), row.by());
    }
}
