package org.linli.registry.field;

import static org.linli.sync.contributions.MergeUnit.Policy.LATER_ARRIVAL;
import static org.linli.sync.contributions.MergeUnit.Policy.REVIEW;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.privacy.DisclosureLedger;
import org.linli.registry.PersonId;
import org.linli.registry.RegistryReason;
import org.linli.shared.Refusal;
import org.linli.sync.contributions.Change;
import org.linli.sync.contributions.Disclosed;
import org.linli.sync.contributions.MergeUnit;
import org.linli.sync.contributions.Standing;
import org.linli.sync.contributions.SyncedCollection;
import org.springframework.stereotype.Component;

/** People (人员) on phones: who counts in a grid cell, with the phone they are reached under and a masked document number. */
@Component
class FieldPeople implements SyncedCollection {

    private final FieldQueries queries;
    private final DisclosureLedger ledger;
    private final RegisteringOnTheSpot registering;
    private final CorrectingOnTheSpot correcting;
    private final MovingOnTheSpot moving;

    FieldPeople(
            FieldQueries queries,
            DisclosureLedger ledger,
            RegisteringOnTheSpot registering,
            CorrectingOnTheSpot correcting,
            MovingOnTheSpot moving) {
        this.queries = queries;
        this.ledger = ledger;
        this.registering = registering;
        this.correcting = correcting;
        this.moving = moving;
    }

    @Override
    public String type() {
        return "person";
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "registry.person",
                "registry.document",
                "registry.phone",
                "registry.residence",
                "registry.household_member",
                "registry.person_restriction");
    }

    @Override
    public Map<UUID, Map<String, Object>> load(Acting by, Collection<UUID> ids) {
        return queries.people(ids);
    }

    @Override
    public Disclosed disclosed(Collection<UUID> ids) {
        var subjects = queries.numbers(ids).entrySet().stream()
                .map(one -> one.getValue().map(ledger::subjectOf).orElseGet(() -> "person:" + one.getKey()))
                .toList();
        return new Disclosed(subjects, Set.of("name", "birth", "phone", "address", "household"));
    }

    @Override
    public List<MergeUnit> units() {
        return List.of(
                MergeUnit.of("identity", REVIEW, "name", "sex", "birth", "documentKind", "documentNumber"),
                MergeUnit.of("phone", LATER_ARRIVAL, "phone"),
                MergeUnit.of("maritalStatus", REVIEW, "maritalStatus"),
                MergeUnit.of("education", REVIEW, "education"),
                MergeUnit.of("work", LATER_ARRIVAL, "occupation", "employer"),
                MergeUnit.of("household", REVIEW, "household", "relation"),
                MergeUnit.of("residence", REVIEW, "residence", "residenceFrom", "inflowReason"));
    }

    @Override
    public Optional<Standing> hold(UUID id) {
        return queries.hold("registry.person", id)
                .map(held -> new Standing(
                        FieldReason.scope(held.division()),
                        queries.people(List.of(id)).getOrDefault(id, Map.of()),
                        held.living()));
    }

    @Override
    public void create(Acting by, Change change) {
        registering.person(by, change);
    }

    /** It is the number of the record that is there, where it is seen whole with a purpose only. */
    @Override
    public Map<String, @Nullable Object> shown(Map<String, @Nullable Object> values) {
        var shown = new LinkedHashMap<>(values);
        shown.computeIfPresent("documentNumber", (field, number) -> FieldQueries.masked(number.toString()));
        return shown;
    }

    @Override
    public void same(Acting by, Change change, UUID existing) {
        registering.same(by, change, new PersonId(existing));
    }

    @Override
    public void patch(Acting by, Change change) {
        correcting.person(by, change);
    }

    @Override
    public void command(Acting by, Change change) {
        var person = new PersonId(change.entity());
        switch (change.command()) {
            case "move-in" -> moving.in(by, person, change);
            case "move-out" -> moving.out(by, person, change);
            case "deceased" -> moving.died(by, person, change);
            case "registered-in-error" -> moving.registeredInError(by, person, change);
            default -> throw Refusal.because(RegistryReason.UNKNOWN_COMMAND);
        }
    }
}
