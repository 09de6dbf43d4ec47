package org.linli.sync.log;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.linli.shared.StartRefusal;
import org.linli.sync.contributions.SyncedCollection;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Refuses the start when a table of a synced record tells the change log nothing, or not of everything: phones would keep
 * what was changed there for good.
 */
@Component
class CaptureCheck implements SmartInitializingSingleton {

    private static final Set<String> EVENTS = Set.of("INSERT", "UPDATE", "DELETE");

    private final List<SyncedCollection> collections;
    private final CaptureQueries queries;

    CaptureCheck(List<SyncedCollection> collections, CaptureQueries queries) {
        this.collections = collections;
        this.queries = queries;
    }

    @Override
    public void afterSingletonsInstantiated() {
        check(collections);
    }

    void check(List<SyncedCollection> offered) {
        var captured = captured();
        for (var collection : offered) {
            for (var table : new TreeSet<>(collection.tables())) {
                var missing = new TreeSet<>(EVENTS);
                missing.removeAll(captured.getOrDefault(table, Set.of()));
                if (!missing.isEmpty()) {
                    throw new StartRefusal("The table " + table + " of the synced record type " + collection.type()
                            + " has no trigger that tells the change log of " + String.join(", ", missing)
                            + "; add one to the migrations of its module. Nothing was changed."
                            + " 同步数据表 " + table + " 缺少变更触发器，请在其模块的迁移中补上；数据未作改动。");
                }
            }
        }
    }

    /** Which of a table's events some enabled trigger tells of. */
    private Map<String, Set<String>> captured() {
        var captured = new HashMap<String, Set<String>>();
        for (var trigger : queries.telling()) {
            captured.computeIfAbsent(trigger.table(), table -> new HashSet<>()).addAll(trigger.events());
        }
        return captured;
    }
}
