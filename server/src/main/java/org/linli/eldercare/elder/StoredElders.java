package org.linli.eldercare.elder;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.eldercare.EldercareReason;
import org.linli.eldercare.EldercareWords;
import org.linli.eldercare.Elders;
import org.linli.registry.People;
import org.linli.registry.Person;
import org.linli.registry.PersonId;
import org.linli.registry.PhoneNumber;
import org.linli.registry.Restrictions;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps elder files; whatever changes one holds it. */
@Service
class StoredElders implements Elders {

    static final int MOST_CONTACTS = 10;

    private static final int LONGEST_NEEDS = 400;
    private static final int LONGEST_NAME = 50;

    private final ElderRows rows;
    private final People people;
    private final Restrictions restrictions;
    private final AuditTrail audit;
    private final Clock clock;

    StoredElders(ElderRows rows, People people, Restrictions restrictions, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.people = people;
        this.restrictions = restrictions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void describe(Acting by, UUID person, int revision, Living living, String needs) {
        var elder = kept(by, person);
        var text = needs.strip();
        if (text.length() > LONGEST_NEEDS) {
            throw Refusal.ofField("needs", EldercareReason.TEXT_TOO_LONG, LONGEST_NEEDS);
        }
        var id = fileOf(elder);
        var known = rows.hold(id).map(ElderRows.Elder::revision).orElse(0);
        if (known != revision) {
            throw Refusal.because(EldercareReason.ELDER_CHANGED);
        }
        if (known > 0) {
            rows.describe(id, elder.division(), living, text, by, clock.instant());
        } else if (!rows.open(id, elder.division(), living, text, by, clock.instant())) {
            throw Refusal.because(EldercareReason.ELDER_CHANGED);
        }
        noted(by, id, "describe");
    }

    @Override
    @Transactional
    public UUID addContact(Acting by, UUID person, String name, Relation relation, String phone) {
        var elder = kept(by, person);
        var id = fileOf(elder);
        var called = name.strip();
        if (called.isEmpty()) {
            throw Refusal.ofField("name", EldercareReason.REASON_MISSING);
        }
        if (called.length() > LONGEST_NAME) {
            throw Refusal.ofField("name", EldercareReason.TEXT_TOO_LONG, LONGEST_NAME);
        }
        var number = PhoneNumber.read(phone);
        rows.open(id, elder.division(), Living.UNKNOWN, "", by, clock.instant());
        rows.hold(id);
        var contacts = rows.contacts(id);
        if (contacts.size() >= MOST_CONTACTS) {
            throw Refusal.because(EldercareReason.TOO_MANY_CONTACTS, MOST_CONTACTS);
        }
        contacts.stream().filter(one -> one.phone().equals(number)).findFirst().ifPresent(one -> {
            throw Refusal.ofField("phone", EldercareReason.CONTACT_KNOWN, one.name());
        });
        var added = rows.add(id, contacts.size() + 1, called, relation, number, by, clock.instant());
        noted(by, id, "add-contact");
        return added;
    }

    /** They are called in this order from now on. */
    @Transactional
    void arrange(Acting by, UUID person, List<UUID> order) {
        var id = fileOf(kept(by, person));
        rows.hold(id);
        var known = rows.contacts(id).stream().map(ElderRows.Contact::id).toList();
        if (order.size() != known.size() || !new HashSet<>(order).equals(new HashSet<>(known))) {
            throw Refusal.because(EldercareReason.ELDER_CHANGED);
        }
        rows.arrange(id, order);
        noted(by, id, "arrange-contacts");
    }

    @Transactional
    void removeContact(Acting by, UUID person, UUID contact) {
        var id = fileOf(kept(by, person));
        require(id, contact);
        rows.remove(id, contact);
        var left = new ArrayList<>(
                rows.contacts(id).stream().map(ElderRows.Contact::id).toList());
        rows.arrange(id, left);
        noted(by, id, "remove-contact");
    }

    /** Somebody called the number and reached the contact. */
    @Transactional
    void verifyContact(Acting by, UUID person, UUID contact) {
        var id = fileOf(kept(by, person));
        require(id, contact);
        rows.verified(contact, by, clock.instant());
        noted(by, id, "verify-contact");
    }

    /** Somebody of the base whom this posting may look after. */
    Person reached(Acting by, String word, UUID person) {
        by.require(word);
        var found = people.person(new PersonId(person))
                .filter(one -> by.isSystem() || by.area().covers(one.division()))
                .orElseThrow(() -> Refusal.because(EldercareReason.UNKNOWN_PERSON));
        if (!restrictions.among(List.of(found.id())).isEmpty()) {
            throw Refusal.because(EldercareReason.ELDER_RESTRICTED);
        }
        return found;
    }

    /** Under which record somebody's file is kept: the one of today, unless it was opened under one that was merged into it. */
    UUID fileOf(Person person) {
        return people.recordsOf(person.id()).stream()
                .map(PersonId::value)
                .filter(record -> rows.find(record).isPresent())
                .findFirst()
                .orElse(person.id().value());
    }

    private Person kept(Acting by, UUID person) {
        return reached(by, EldercareWords.KEEP_ELDERS, person);
    }

    private void require(UUID person, UUID contact) {
        rows.hold(person);
        if (rows.contacts(person).stream().noneMatch(one -> one.id().equals(contact))) {
            throw Refusal.because(EldercareReason.UNKNOWN_CONTACT);
        }
    }

    private void noted(Acting by, UUID person, String act) {
        audit.note(by, EldercareWords.KEEP_ELDERS, "person:" + person, Map.of("act", act));
    }
}
