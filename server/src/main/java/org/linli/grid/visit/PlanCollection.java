package org.linli.grid.visit;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.sync.contributions.SyncedCollection;
import org.springframework.stereotype.Component;

/** What is due in a cell, on phones; it is settled by visits. */
@Component
class PlanCollection implements SyncedCollection {

    private final PlanRows rows;
    private final Areas areas;

    PlanCollection(PlanRows rows, Areas areas) {
        this.rows = rows;
        this.areas = areas;
    }

    @Override
    public String type() {
        return "plan";
    }

    @Override
    public Set<String> tables() {
        return Set.of("grid.plan");
    }

    @Override
    public Map<UUID, Map<String, Object>> load(Acting by, Collection<UUID> ids) {
        var loaded = new HashMap<UUID, Map<String, Object>>();
        rows.findAll(ids).forEach(plan -> loaded.put(plan.id(), values(plan)));
        return loaded;
    }

    private Map<String, Object> values(Plan plan) {
        var values = new LinkedHashMap<String, Object>();
        values.put("template", plan.template());
        if (plan.targetId().isPresent()) {
            values.put("targetKind", plan.target().name());
            values.put("target", plan.targetId().get().toString());
        }
        name(plan).ifPresent(name -> values.put("targetName", name));
        values.put("due", plan.dueOn().toString());
        values.put("state", plan.state().name());
        values.put("attempts", plan.attempts());
        plan.visit().ifPresent(visit -> values.put("visit", visit.toString()));
        plan.doneAt().ifPresent(at -> values.put("doneAt", at.toString()));
        return values;
    }

    /** Of the cell itself its own; people, households and dwellings are on the phone with theirs. */
    private Optional<String> name(Plan plan) {
        return plan.targetId().isPresent()
                ? plan.label()
                : areas.division(plan.cell()).map(cell -> cell.names().zh());
    }
}
