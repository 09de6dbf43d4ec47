package org.linli.registry.field;

import static org.linli.sync.contributions.MergeUnit.Policy.REVIEW;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.registry.RegistryReason;
import org.linli.registry.household.HouseholdKind;
import org.linli.registry.household.Households;
import org.linli.registry.household.Households.Founding;
import org.linli.registry.household.MovingHouse;
import org.linli.registry.household.Relation;
import org.linli.shared.Refusal;
import org.linli.sync.contributions.Change;
import org.linli.sync.contributions.MergeUnit;
import org.linli.sync.contributions.Standing;
import org.linli.sync.contributions.SyncedCollection;
import org.springframework.stereotype.Component;

/** Households (户) on phones; who belongs to one is told by the people. */
@Component
class FieldHouseholds implements SyncedCollection {

    private final FieldQueries queries;
    private final Households households;
    private final MovingHouse moving;
    private final Clock clock;

    FieldHouseholds(FieldQueries queries, Households households, MovingHouse moving, Clock clock) {
        this.queries = queries;
        this.households = households;
        this.moving = moving;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "household";
    }

    @Override
    public Set<String> tables() {
        return Set.of("registry.household");
    }

    @Override
    public Map<UUID, Map<String, Object>> load(Acting by, Collection<UUID> ids) {
        return queries.households(ids);
    }

    @Override
    public List<MergeUnit> units() {
        return List.of(MergeUnit.of("number", REVIEW, "number"));
    }

    @Override
    public Optional<Standing> hold(UUID id) {
        return queries.hold("registry.household", id)
                .map(held -> new Standing(
                        FieldReason.scope(held.division()),
                        queries.households(List.of(id)).getOrDefault(id, Map.of()),
                        held.living()));
    }

    @Override
    public void create(Acting by, Change change) {
        var values = new Values(change.values());
        var members = new LinkedHashMap<UUID, Relation>();
        for (var member : values.list("members")) {
            var person = Values.required("members", member.id("person"));
            if (members.put(person, relation("members", member.text("relation"))) != null) {
                throw Refusal.ofField("members", RegistryReason.RELATION_TWICE);
            }
        }
        if (members.isEmpty()) {
            throw Refusal.ofField("members", RegistryReason.VALUE_MISSING);
        }
        var founding = new Founding(
                values.text("number"),
                values.one("kind", HouseholdKind.class).orElse(HouseholdKind.FAMILY),
                Values.required("dwelling", values.id("dwelling")),
                members,
                values.day("from").orElseGet(() -> LocalDate.now(clock)));
        FieldReason.renaming(
                "relation",
                "members",
                () -> FieldReason.renaming(
                        "person",
                        "members",
                        () -> households.found(by, change.entity(), founding, FieldReason.of(change, "立户"))));
    }

    @Override
    public void patch(Acting by, Change change) {
        var number = new Values(change.values()).text("number");
        households.renumber(by, change.entity(), number, FieldReason.of(change, "更正"));
    }

    @Override
    public void command(Acting by, Change change) {
        var told = new Values(change.arguments());
        switch (change.command()) {
            case "change-head" -> changeHead(by, change, told);
            case "move" ->
                moving.move(
                        by,
                        change.entity(),
                        Values.required("dwelling", told.id("dwelling")),
                        Values.required("from", told.day("from")),
                        FieldReason.of(change, "办理整户迁移"));
            default -> throw Refusal.because(RegistryReason.UNKNOWN_COMMAND);
        }
    }

    private void changeHead(Acting by, Change change, Values told) {
        var relations = new LinkedHashMap<UUID, Relation>();
        told.map("relations")
                .forEach((person, code) -> relations.put(
                        Values.id("relations", person),
                        relation("relations", Optional.ofNullable(code).map(Object::toString))));
        var head = Values.required("head", told.id("head"));
        FieldReason.renaming(
                "relation",
                "relations",
                () -> households.changeHead(
                        by,
                        change.entity(),
                        households.held(change.entity()),
                        head,
                        relations,
                        FieldReason.of(change, "办理变更户主")));
    }

    private static Relation relation(String field, Optional<String> code) {
        try {
            return Relation.read(Values.required(field, code));
        } catch (Refusal refusal) {
            throw refusal.at(field);
        }
    }
}
