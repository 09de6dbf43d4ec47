package org.linli.registry.person;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.privacy.DisclosureLedger;
import org.linli.registry.People;
import org.linli.registry.Person;
import org.linli.registry.PersonId;
import org.linli.registry.RegistryReason;
import org.linli.registry.history.ChangeView;
import org.linli.registry.history.Histories;
import org.linli.registry.history.Trace;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading a person's page: masked for whoever may read, in full for a stated purpose. */
@Service
class ReadingPeople {

    static final String REVEAL = "registry.person.reveal";

    private static final List<Trace> TRACES = List.of(
            Trace.PERSON,
            Trace.DOCUMENTS_OF_PERSON,
            Trace.PHONES_OF_PERSON,
            Trace.RESIDENCE_OF_PERSON,
            Trace.MEMBERSHIP_OF_PERSON);

    private final StoredPeople people;
    private final PersonViews views;
    private final Histories histories;
    private final AuditTrail audit;
    private final DisclosureLedger ledger;
    private final Clock clock;

    ReadingPeople(
            StoredPeople people,
            PersonViews views,
            Histories histories,
            AuditTrail audit,
            DisclosureLedger ledger,
            Clock clock) {
        this.people = people;
        this.views = views;
        this.histories = histories;
        this.audit = audit;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The page at the end of a day, or now. A merged record shows the one that took its place. */
    @Transactional
    PersonView read(Acting by, PersonId id, Optional<LocalDate> on) {
        var person = visible(by, id, on);
        audit.note(by, People.READ, "person:" + person.id(), Map.of());
        return views.view(person, instant(on), false);
    }

    @Transactional
    PersonView reveal(Acting by, PersonId id, Optional<LocalDate> on, String purpose) {
        by.require(REVEAL);
        if (purpose.isBlank()) {
            throw Refusal.ofField("purpose", RegistryReason.PURPOSE_MISSING);
        }
        var person = visible(by, id, on);
        var view = views.view(person, instant(on), true);
        ledger.note(by, subject(person), fields(view), purpose.strip(), "person:" + person.id());
        return view;
    }

    @Transactional
    List<ChangeView> changes(Acting by, PersonId id) {
        var person = visible(by, id, Optional.empty());
        audit.note(by, "registry.person.changes", "person:" + person.id(), Map.of());
        return histories.of(person.id().value(), TRACES, false);
    }

    private Person visible(Acting by, PersonId id, Optional<LocalDate> on) {
        by.require(People.READ);
        var current = people.resolve(id);
        var person = (on.isPresent() ? people.personAt(id, instant(on)) : people.person(current))
                .orElseThrow(() -> Refusal.because(RegistryReason.UNKNOWN_PERSON));
        // Who moved away stays visible to those who had the person then, not to those who have the place now.
        if (!by.isSystem() && !by.area().covers(person.division())) {
            throw Refusal.because(RegistryReason.UNKNOWN_PERSON);
        }
        return person;
    }

    private Instant instant(Optional<LocalDate> on) {
        return on.map(day -> day.plusDays(1).atStartOfDay(clock.getZone()).toInstant())
                .orElseGet(() -> clock.instant().plusMillis(1));
    }

    private String subject(Person person) {
        return person.idNumber()
                .map(number -> ledger.subjectOf(number.value()))
                .orElseGet(() -> "person:" + person.id());
    }

    /** What the page shows in full. */
    private static Set<String> fields(PersonView view) {
        var fields = new LinkedHashSet<String>(List.of("name"));
        if (view.birth() != null) {
            fields.add("birth");
        }
        if (view.registeredAddress() != null) {
            fields.add("registeredAddress");
        }
        if (!view.documents().isEmpty()) {
            fields.add("document");
        }
        if (!view.phones().isEmpty()) {
            fields.add("phone");
        }
        if (!view.residences().isEmpty()) {
            fields.add("address");
        }
        if (view.household() != null) {
            fields.add("household");
        }
        return fields;
    }
}
