package org.linli.registry.field;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.registry.Because;
import org.linli.registry.PersonId;
import org.linli.registry.RegistryReason;
import org.linli.registry.household.Households;
import org.linli.registry.household.Relation;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Which household somebody belongs to, and how: joins, leaves and relates as the phone says. */
@Component
class Belonging {

    private final Households households;
    private final FieldQueries queries;
    private final Clock clock;

    Belonging(Households households, FieldQueries queries, Clock clock) {
        this.households = households;
        this.queries = queries;
        this.clock = clock;
    }

    void put(Acting by, PersonId person, Values values, Because because) {
        put(by, person, values, LocalDate.now(clock), because);
    }

    /** Whoever belongs to another household leaves it first. */
    void put(Acting by, PersonId person, Values values, LocalDate from, Because because) {
        var now = queries.people(List.of(person.value())).get(person.value());
        var was = Optional.ofNullable(now).map(one -> one.get("household")).map(id -> UUID.fromString((String) id));
        var becomes = values.has("household") ? values.id("household") : was;
        var relation = values.text("relation").map(Relation::read);
        if (becomes.equals(was)) {
            if (values.has("relation")) {
                var household = Values.required("household", becomes);
                relate(by, household, person, Values.required("relation", relation), because);
            }
            return;
        }
        if (becomes.isPresent() && relation.isEmpty()) {
            throw Refusal.ofField("relation", RegistryReason.VALUE_MISSING);
        }
        was.ifPresent(household -> at(
                "household",
                () -> households.leave(by, household, households.held(household), person.value(), from, because)));
        becomes.ifPresent(household -> at(
                "household",
                () -> households.join(
                        by,
                        household,
                        households.held(household),
                        person.value(),
                        relation.orElseThrow(),
                        from,
                        because)));
    }

    private void relate(Acting by, UUID household, PersonId person, Relation relation, Because because) {
        at(
                "household",
                () -> households.relate(by, household, households.held(household), person.value(), relation, because));
    }

    /** What the household's own pages say of a person or of nothing is about the household here. */
    private static void at(String field, Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            throw refusal.field().filter("relation"::equals).isPresent() ? refusal : refusal.at(field);
        }
    }
}
