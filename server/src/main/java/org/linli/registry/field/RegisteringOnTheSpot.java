package org.linli.registry.field;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.registry.Codes.Table;
import org.linli.registry.NewPerson;
import org.linli.registry.People;
import org.linli.registry.Person;
import org.linli.registry.PersonFacts;
import org.linli.registry.PersonId;
import org.linli.registry.RegistryReason;
import org.linli.registry.Restrictions;
import org.linli.registry.duplicate.Merging;
import org.linli.registry.dwelling.Dwellings;
import org.linli.registry.residence.MoveIn;
import org.linli.registry.residence.ResidenceKind;
import org.linli.registry.residence.Residences;
import org.linli.shared.IdDocument;
import org.linli.shared.Refusal;
import org.linli.shared.Sex;
import org.linli.sync.contributions.AlreadyKnown;
import org.linli.sync.contributions.Change;
import org.springframework.stereotype.Component;

/** Registers somebody who was met at the door, as living behind it. */
@Component
class RegisteringOnTheSpot {

    private final People people;
    private final Dwellings dwellings;
    private final Residences residences;
    private final Belonging belonging;
    private final Restrictions restrictions;
    private final Merging merging;
    private final FieldQueries queries;
    private final Clock clock;

    RegisteringOnTheSpot(
            People people,
            Dwellings dwellings,
            Residences residences,
            Belonging belonging,
            Restrictions restrictions,
            Merging merging,
            FieldQueries queries,
            Clock clock) {
        this.people = people;
        this.dwellings = dwellings;
        this.residences = residences;
        this.belonging = belonging;
        this.restrictions = restrictions;
        this.merging = merging;
        this.queries = queries;
        this.clock = clock;
    }

    void person(Acting by, Change change) {
        var values = new Values(change.values());
        var document = document(values, Optional.empty());
        document.flatMap(people::byDocument).ifPresent(known -> {
            throw new AlreadyKnown(known.value());
        });
        var person = new PersonId(change.entity());
        var because = FieldReason.of(change, "登记");
        var dwelling = Values.required("dwelling", values.id("dwelling"));
        var in = moveIn(person, dwelling, values);
        var facts = facts(values);
        var place = dwellings.requireStanding(dwelling);
        var fresh = new NewPerson(facts, document.stream().toList(), phones(values), place);
        FieldReason.aboutTheNumber(() -> people.register(by, person, fresh, because));
        FieldReason.renaming("from", "residenceFrom", () -> residences.moveIn(by, in, because));
        if (values.has("household")) {
            belonging.put(by, person, values, in.from(), because);
        }
    }

    /**
     * Whom a worker met is somebody known. The record under the phone's identifier is merged into that person's, so that
     * whatever refers to it is understood, and the person lives from then on where the worker met them.
     */
    void same(Acting by, Change change, PersonId existing) {
        var known = people.person(existing)
                .map(Person::id)
                .orElseThrow(() -> Refusal.because(RegistryReason.UNKNOWN_PERSON));
        var because = FieldReason.of(change, "并入已登记的人员");
        restrictions.requireFree(known, because);
        var values = new Values(change.values());
        var met = new PersonId(change.entity());
        var dwelling = Values.required("dwelling", values.id("dwelling"));
        var place = dwellings.requireStanding(dwelling);
        people.register(by, met, new NewPerson(facts(values), List.of(), phones(values), place), because);
        merging.mergeMet(by, known, met, because.reason());
        var in = moveIn(known, dwelling, values);
        if (!livesThere(in)) {
            residences.moveIn(by, in, because);
        }
        if (values.has("household")) {
            belonging.put(by, known, values, in.from(), because);
        }
    }

    private boolean livesThere(MoveIn in) {
        var now = queries.people(List.of(in.person().value()))
                .getOrDefault(in.person().value(), Map.of());
        return in.dwelling().toString().equals(now.get("dwelling"))
                && in.kind().name().equals(now.get("residence"));
    }

    /** Both of the kind and the number, or neither. */
    Optional<IdDocument> document(Values values, Optional<String> known) {
        var number = known.or(() -> values.text("documentNumber"));
        var kind = values.one("documentKind", IdDocument.Kind.class);
        if (number.isEmpty() && kind.isEmpty()) {
            return Optional.empty();
        }
        var typed = Values.required("documentNumber", number);
        var of = Values.required("documentKind", kind);
        try {
            return Optional.of(IdDocument.read(of, typed, LocalDate.now(clock)));
        } catch (Refusal refusal) {
            throw refusal.at("documentNumber");
        }
    }

    private MoveIn moveIn(PersonId person, UUID dwelling, Values values) {
        return new MoveIn(
                person,
                dwelling,
                Values.required("residence", values.one("residence", ResidenceKind.class)),
                values.code("inflowReason", Table.INFLOW_REASON),
                values.day("residenceFrom").orElseGet(() -> LocalDate.now(clock)));
    }

    private static List<String> phones(Values values) {
        return values.text("phone").stream().toList();
    }

    private static PersonFacts facts(Values values) {
        return new PersonFacts(
                Values.required("name", values.text("name")),
                values.text("formerName"),
                Optional.empty(),
                values.one("sex", Sex.class).orElse(Sex.UNKNOWN),
                values.day("birth"),
                values.code("maritalStatus", Table.MARITAL_STATUS),
                values.code("education", Table.EDUCATION),
                values.text("occupation"),
                values.text("employer"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
