package org.linli.sync.log;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.sync.contributions.SyncedCollection;
import org.springframework.stereotype.Component;

/** All record types that modules offer to phones. */
@Component
public class SyncedTypes {

    private final Map<String, SyncedCollection> collections;

    SyncedTypes(List<SyncedCollection> collections) {
        this.collections =
                collections.stream().collect(Collectors.toUnmodifiableMap(SyncedCollection::type, Function.identity()));
    }

    public Optional<SyncedCollection> find(String type) {
        return Optional.ofNullable(collections.get(type));
    }

    /** The types an app of this schema has heard of. */
    public Set<String> knownTo(int appSchema) {
        return collections.values().stream()
                .filter(collection -> collection.since() <= appSchema)
                .map(SyncedCollection::type)
                .collect(Collectors.toUnmodifiableSet());
    }
}
