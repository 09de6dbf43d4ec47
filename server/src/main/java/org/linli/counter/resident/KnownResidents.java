package org.linli.counter.resident;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.counter.hall.VisitId;
import org.linli.counter.hall.Visits;
import org.linli.privacy.DisclosureLedger;
import org.linli.registry.Home;
import org.linli.registry.People;
import org.linli.registry.Person;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the registry knows of whoever stands at the window, so that nobody is asked what the district holds. It is shown in
 * full to the window that has the visit in hand, and noted with the visit; the person's whole document number is needed.
 */
@Service
class KnownResidents {

    /**
     * Somebody the registry knows.
     *
     * @param community where they live; where they are registered when no more is known
     */
    record Known(String name, Optional<String> phone, Optional<String> address, Optional<DivisionCode> community) {}

    private static final Set<String> SHOWN = Set.of("name", "phone", "address");

    private final People people;
    private final Visits visits;
    private final DisclosureLedger disclosures;
    private final AuditTrail audit;
    private final Clock clock;

    KnownResidents(People people, Visits visits, DisclosureLedger disclosures, AuditTrail audit, Clock clock) {
        this.people = people;
        this.visits = visits;
        this.disclosures = disclosures;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty when the registry does not know the person, or the window has not this visit in hand. */
    @Transactional
    Optional<Known> find(Acting by, IdDocument.Kind kind, String number, VisitId visit) {
        by.require("counter.errand.accept");
        var document = IdDocument.read(kind, number, LocalDate.now(clock));
        var inHand = visits.serving(by.posting())
                .filter(serving -> serving.visit().equals(visit))
                .isPresent();
        var person = inHand ? people.byDocument(document).flatMap(people::person) : Optional.<Person>empty();
        var object = "visit:" + visit.value();
        audit.note(by, People.READ, object, Map.of("known", Boolean.toString(person.isPresent())));
        return person.map(one -> {
            disclosures.note(by, disclosures.subjectOf(document.number()), SHOWN, "counter-service", object);
            return known(one);
        });
    }

    private Known known(Person person) {
        var home = people.home(person.id());
        var place = home.map(Home::division).orElse(person.division()).upTo(DivisionCode.Level.COMMUNITY);
        return new Known(
                person.facts().name(),
                person.phone(),
                home.map(Home::address),
                Optional.of(place).filter(code -> code.level() == DivisionCode.Level.COMMUNITY));
    }
}
