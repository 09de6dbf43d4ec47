package org.linli.registry.person;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.registry.Because;
import org.linli.registry.DwellingId;
import org.linli.registry.Home;
import org.linli.registry.NewPerson;
import org.linli.registry.People;
import org.linli.registry.Person;
import org.linli.registry.PersonFacts;
import org.linli.registry.PersonId;
import org.linli.registry.PhoneNumber;
import org.linli.registry.RegistryReason;
import org.linli.registry.Restrictions;
import org.linli.registry.change.Changes;
import org.linli.registry.person.PersonRows.PersonRow;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;
import org.linli.shared.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of the base in the database. */
@Service
class StoredPeople implements People {

    /** More merges in a row than any record goes through. */
    private static final int MERGES = 20;

    private final PersonRows rows;
    private final DocumentRows documents;
    private final PhoneRows phones;
    private final ProvingDocuments proving;
    private final PersonPageQueries pages;
    private final WithdrawalRows withdrawing;
    private final Restrictions restrictions;
    private final Changes changes;
    private final Areas areas;
    private final AuditTrail audit;
    private final Clock clock;

    StoredPeople(
            PersonRows rows,
            DocumentRows documents,
            PhoneRows phones,
            ProvingDocuments proving,
            PersonPageQueries pages,
            WithdrawalRows withdrawing,
            Restrictions restrictions,
            Changes changes,
            Areas areas,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.documents = documents;
        this.phones = phones;
        this.proving = proving;
        this.pages = pages;
        this.withdrawing = withdrawing;
        this.restrictions = restrictions;
        this.changes = changes;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PersonId> byDocument(IdDocument document) {
        return documents.holder(document).map(this::resolve);
    }

    @Override
    @Transactional(readOnly = true)
    public PersonId resolve(PersonId id) {
        var current = id;
        for (var merges = 0; merges < MERGES; merges++) {
            var next = rows.find(current).flatMap(PersonRow::mergedInto);
            if (next.isEmpty()) {
                return current;
            }
            current = next.get();
        }
        throw new IllegalStateException("records of people merged in a circle at " + id);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Person> person(PersonId id) {
        return rows.find(resolve(id)).map(row -> person(row, documents.of(row.id()), phones.of(row.id())));
    }

    @Override
    @Transactional(readOnly = true)
    public List<PersonId> recordsOf(PersonId id) {
        var today = resolve(id);
        return Stream.concat(Stream.of(today), rows.mergedInto(today).stream()).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<PersonId> withPhone(String phone, int most) {
        return phones.holders(phone, most).stream().map(PersonId::new).toList();
    }

    /** Somebody as the base had them at an instant. */
    @Transactional(readOnly = true)
    Optional<Person> personAt(PersonId id, Instant at) {
        return rows.at(id, at).map(row -> person(row, documents.of(row.id(), at), phones.of(row.id(), at)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Home> home(PersonId id) {
        return pages.residences(id, clock.instant().plusMillis(1)).stream()
                .filter(row -> row.until().isEmpty() && !row.kind().equals("LIVING_ELSEWHERE"))
                .findFirst()
                .map(row -> new Home(
                        new DwellingId(row.dwelling()),
                        row.compound() + " " + row.door(),
                        DivisionCode.of(row.division())));
    }

    @Override
    @Transactional
    public PersonId register(Acting by, NewPerson person, Because because) {
        var id = PersonId.next();
        register(by, id, person, because);
        return id;
    }

    @Override
    @Transactional
    public void register(Acting by, PersonId id, NewPerson person, Because because) {
        by.require(WRITE, person.division());
        areas.requireDivision(person.division());
        Agreement.require(person.facts(), person.documents(), LocalDate.now(clock));
        person.documents().forEach(this::requireFree);
        var change = changes.begin(by, because);
        rows.add(id, person, change);
        try {
            person.documents().forEach(document -> documents.add(id, document, change));
        } catch (DuplicateKeyException takenMeanwhile) {
            throw Refusal.because(RegistryReason.DOCUMENT_TAKEN);
        }
        for (var n = 0; n < person.phones().size(); n++) {
            phones.add(id, person.phones().get(n), n == 0, change);
        }
        note(by, "registry.person.register", id);
    }

    @Override
    @Transactional
    public void correct(Acting by, PersonId id, int revision, PersonFacts facts, Because because) {
        var row = locked(by, id, because);
        Agreement.require(
                facts,
                documents.of(id).stream().map(Person.HeldDocument::document).toList(),
                LocalDate.now(clock));
        if (row.revision() != revision) {
            throw Refusal.because(RegistryReason.STALE);
        }
        if (row.facts().equals(facts)) {
            return;
        }
        rows.correct(id, revision, facts, row.division(), changes.begin(by, because));
        note(by, "registry.person.correct", id);
    }

    @Override
    @Transactional
    public void identify(Acting by, PersonId id, PersonFacts facts, IdDocument document, Because because) {
        proving.replace(by, locked(by, id, because), facts, document, because);
        note(by, "registry.person.identify", id);
    }

    @Override
    @Transactional
    public void addPhone(Acting by, PersonId id, String phone, Because because) {
        locked(by, id, because);
        var number = PhoneNumber.read(phone);
        var held = phones.of(id);
        var same = held.stream().filter(one -> one.number().equals(number)).findFirst();
        if (same.filter(Person.HeldPhone::preferred).isPresent()) {
            return;
        }
        var change = changes.begin(by, because);
        phones.prefer(id, same.map(Person.HeldPhone::id).orElse(new UUID(0, 0)), change);
        if (same.isEmpty()) {
            phones.add(id, number, true, change);
        }
        note(by, "registry.person.add-phone", id);
    }

    @Override
    @Transactional
    public void dropPhone(Acting by, PersonId id, UUID phone, Because because) {
        locked(by, id, because);
        if (!phones.voidOne(id, phone, changes.begin(by, because))) {
            throw Refusal.because(RegistryReason.STALE);
        }
        note(by, "registry.person.void-phone", id);
    }

    @Override
    @Transactional
    public void addDocument(Acting by, PersonId id, IdDocument document, Because because) {
        var row = locked(by, id, because);
        var holder = documents.holder(document);
        if (holder.filter(id::equals).isPresent()) {
            return;
        }
        requireFree(document);
        Agreement.require(row.facts(), List.of(document), LocalDate.now(clock));
        documents.add(id, document, changes.begin(by, because));
        note(by, "registry.person.add-document", id);
    }

    @Override
    @Transactional
    public void stand(Acting by, PersonId id, Person.Standing standing, Because because) {
        stand(by, id, standing, LocalDate.now(clock), because);
    }

    @Override
    @Transactional
    public void stand(Acting by, PersonId id, Person.Standing standing, LocalDate since, Because because) {
        var row = locked(by, id, because);
        if (since.isAfter(LocalDate.now(clock))) {
            throw Refusal.ofField("on", RegistryReason.DATE_IN_FUTURE, since);
        }
        if (row.facts().birth().filter(since::isBefore).isPresent()) {
            throw Refusal.ofField("on", RegistryReason.DATES_REVERSED);
        }
        if (row.standing() != standing) {
            rows.stand(id, standing, since, changes.begin(by, because));
            note(by, "registry.person.stand", id);
        }
    }

    @Override
    @Transactional
    public void moveTo(Acting by, PersonId id, DivisionCode division, Because because) {
        var row = lockedAnywhere(id, because);
        // Whoever takes somebody in may do so from wherever they come; whoever lets go may say where to.
        by.require(WRITE, by.area().covers(row.division()) ? row.division() : division);
        areas.requireDivision(division);
        if (!row.division().equals(division)) {
            rows.moveTo(row, division, changes.begin(by, because));
            note(by, "registry.person.move", id);
        }
    }

    @Override
    @Transactional
    public void withdraw(Acting by, PersonId id, Because because) {
        locked(by, id, because);
        if (withdrawing.headsOthers(id)) {
            throw Refusal.because(RegistryReason.HEAD_LEAVES_LAST);
        }
        withdrawing.voidAll(id, changes.begin(by, because));
        note(by, "registry.person.withdraw", id);
    }

    private PersonRow locked(Acting by, PersonId id, Because because) {
        var row = lockedAnywhere(id, because);
        by.require(WRITE, row.division());
        return row;
    }

    private PersonRow lockedAnywhere(PersonId id, Because because) {
        var row = rows.lock(id).orElseThrow(() -> Refusal.because(RegistryReason.UNKNOWN_PERSON));
        if (row.voided()) {
            throw Refusal.because(RegistryReason.VOIDED);
        }
        restrictions.requireFree(id, because);
        return row;
    }

    private void requireFree(IdDocument document) {
        if (documents.holder(document).isPresent()) {
            throw Refusal.because(RegistryReason.DOCUMENT_TAKEN);
        }
    }

    private void note(Acting by, String act, PersonId id) {
        audit.note(by, act, "person:" + id, Map.of());
    }

    private static Person person(PersonRow row, List<Person.HeldDocument> documents, List<Person.HeldPhone> phones) {
        return new Person(
                row.id(),
                row.facts(),
                row.standing(),
                row.standingSince(),
                row.division(),
                documents,
                phones,
                row.revision());
    }
}
