package org.linli.registry.field;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.registry.Because;
import org.linli.registry.Codes.Table;
import org.linli.registry.People;
import org.linli.registry.Person;
import org.linli.registry.PersonFacts;
import org.linli.registry.PersonId;
import org.linli.registry.RegistryReason;
import org.linli.registry.Restrictions;
import org.linli.registry.residence.ResidenceKind;
import org.linli.registry.residence.Residences;
import org.linli.registry.residence.Residences.Correction;
import org.linli.shared.IdDocument;
import org.linli.shared.Refusal;
import org.linli.shared.Sex;
import org.linli.sync.contributions.Change;
import org.springframework.stereotype.Component;

/** Corrects what is known of somebody, merge unit by merge unit, as the base has it at this moment. */
@Component
class CorrectingOnTheSpot {

    private final People people;
    private final Residences residences;
    private final RegisteringOnTheSpot registering;
    private final Belonging belonging;
    private final Restrictions restrictions;

    CorrectingOnTheSpot(
            People people,
            Residences residences,
            RegisteringOnTheSpot registering,
            Belonging belonging,
            Restrictions restrictions) {
        this.people = people;
        this.residences = residences;
        this.registering = registering;
        this.belonging = belonging;
        this.restrictions = restrictions;
    }

    void person(Acting by, Change change) {
        var id = new PersonId(change.entity());
        var values = new Values(change.values());
        var because = FieldReason.of(change, "更正");
        var person = people.person(id)
                .filter(one -> one.id().equals(id))
                .orElseThrow(() -> Refusal.because(RegistryReason.UNKNOWN_PERSON));
        restrictions.requireFree(id, because);
        facts(by, person, values, because);
        if (values.has("phone")) {
            phone(by, person, values.text("phone"), because);
        }
        if (values.has("residence", "residenceFrom", "inflowReason")) {
            residence(by, id, values, because);
        }
        if (values.has("household", "relation")) {
            belonging.put(by, id, values, because);
        }
    }

    private void facts(Acting by, Person person, Values values, Because because) {
        var facts = corrected(person.facts(), values);
        var shown = shown(person);
        var document = values.has("documentKind", "documentNumber") ? document(shown, values) : shown;
        if (!document.equals(shown)) {
            FieldReason.aboutTheNumber(() -> people.identify(by, person.id(), facts, document.orElseThrow(), because));
        } else if (!facts.equals(person.facts())) {
            FieldReason.aboutTheNumber(() -> people.correct(by, person.id(), person.revision(), facts, because));
        }
    }

    /** A masked number that is the one held means that number. */
    private Optional<IdDocument> document(Optional<IdDocument> shown, Values values) {
        var typed = values.has("documentNumber")
                ? values.text("documentNumber")
                : shown.map(document -> FieldQueries.masked(document.number()));
        if (typed.isEmpty()) {
            throw Refusal.ofField("documentNumber", RegistryReason.DOCUMENT_STAYS);
        }
        var held = shown.map(IdDocument::number)
                .filter(number -> FieldQueries.masked(number).equals(typed.get()));
        if (held.isEmpty() && typed.get().contains("*")) {
            throw Refusal.ofField("documentNumber", RegistryReason.NUMBER_MASKED);
        }
        var kind = values.has("documentKind")
                ? values.text("documentKind")
                : shown.map(document -> document.kind().name());
        Map<String, @Nullable Object> both = new HashMap<>();
        both.put("documentKind", kind.orElse(null));
        both.put("documentNumber", typed.get());
        return registering.document(new Values(both), held);
    }

    private void phone(Acting by, Person person, Optional<String> number, Because because) {
        if (number.isPresent()) {
            people.addPhone(by, person.id(), number.get(), because);
        } else {
            person.phones().stream()
                    .findFirst()
                    .ifPresent(shown -> people.dropPhone(by, person.id(), shown.id(), because));
        }
    }

    private void residence(Acting by, PersonId person, Values values, Because because) {
        FieldReason.renaming(
                "from",
                "residenceFrom",
                () -> residences.correctHome(
                        by,
                        person,
                        was -> new Correction(
                                values.has("residence")
                                        ? Values.required("residence", values.one("residence", ResidenceKind.class))
                                        : was.kind(),
                                values.has("inflowReason")
                                        ? values.code("inflowReason", Table.INFLOW_REASON)
                                        : was.inflowReason(),
                                values.has("residenceFrom")
                                        ? values.day("residenceFrom").orElse(null)
                                        : was.from(),
                                null),
                        because));
    }

    private static PersonFacts corrected(PersonFacts was, Values values) {
        return new PersonFacts(
                values.has("name") ? Values.required("name", values.text("name")) : was.name(),
                was.formerName(),
                values.has("name") && !values.text("name").equals(Optional.of(was.name()))
                        ? Optional.empty()
                        : was.pinyin(),
                values.has("sex") ? values.one("sex", Sex.class).orElse(Sex.UNKNOWN) : was.sex(),
                values.has("birth") ? values.day("birth") : was.birth(),
                values.has("maritalStatus") ? values.code("maritalStatus", Table.MARITAL_STATUS) : was.maritalStatus(),
                values.has("education") ? values.code("education", Table.EDUCATION) : was.education(),
                values.has("occupation") ? values.text("occupation") : was.occupation(),
                values.has("employer") ? values.text("employer") : was.employer(),
                was.nativePlace(),
                was.registeredDivision(),
                was.registeredAddress());
    }

    /** The document that the phone shows. */
    private static Optional<IdDocument> shown(Person person) {
        return person.documents().stream()
                .map(Person.HeldDocument::document)
                .filter(document -> document.idNumber().isPresent())
                .findFirst()
                .or(() -> person.documents().stream()
                        .map(Person.HeldDocument::document)
                        .findFirst());
    }
}
