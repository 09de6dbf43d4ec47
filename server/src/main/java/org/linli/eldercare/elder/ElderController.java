package org.linli.eldercare.elder;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.eldercare.EldercareWords;
import org.linli.eldercare.Elders.Living;
import org.linli.eldercare.Elders.Relation;
import org.linli.privacy.DisclosureLedger;
import org.linli.privacy.Masking;
import org.linli.registry.People;
import org.linli.registry.Person;
import org.linli.registry.PersonId;
import org.linli.shared.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Elder files. */
@RestController
@RequestMapping("/api/eldercare/elders")
class ElderController {

    private static final int PAGE = 30;

    private final StoredElders elders;
    private final ElderRows rows;
    private final People people;
    private final DisclosureLedger ledger;
    private final Clock clock;

    ElderController(StoredElders elders, ElderRows rows, People people, DisclosureLedger ledger, Clock clock) {
        this.elders = elders;
        this.rows = rows;
        this.people = people;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A file in a list.
     *
     * @param name masked
     * @param age in full years today
     * @param verified how many contacts were reached under their number
     */
    record ElderLineView(
            UUID person, String name, @Nullable Integer age, String area, Living living, int contacts, int verified) {}

    /** @param verifiedAt when somebody called the number and reached the contact */
    record ContactView(
            UUID id,
            String name,
            Relation relation,
            String phone,
            @Nullable Instant verifiedAt) {}

    /**
     * A file.
     *
     * @param revision 0 where nobody has opened one yet
     * @param needs what helpers must know
     * @param contacts in the order in which they are called
     */
    record ElderView(
            UUID person,
            String name,
            @Nullable Integer age,
            String area,
            int revision,
            Living living,
            String needs,
            @Nullable Instant changedAt,
            @Nullable String changedBy,
            List<ContactView> contacts) {}

    record DescribeElderForm(
            int revision,
            @NotNull Living living,
            @NotNull @Size(max = 400) String needs) {}

    record ContactForm(
            @NotNull @Size(max = 50) String name,
            @NotNull Relation relation,
            @NotNull @Size(max = 30) String phone) {}

    record ContactOrderForm(@NotNull @Size(max = 20) List<UUID> order) {}

    record ContactAddedView(UUID id) {}

    @GetMapping
    Page<ElderLineView> listElders(Acting by, @RequestParam Optional<UUID> after) {
        by.require(EldercareWords.READ_ELDERS);
        var found = rows.in(by.area(), after.orElse(null), PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        return new Page<>(
                shown.stream().flatMap(one -> line(one).stream()).toList(),
                found.size() > PAGE ? Optional.of(shown.getLast().person().toString()) : Optional.empty());
    }

    /** In full, which is noted in the disclosure ledger. */
    @GetMapping("/{person}")
    ElderView readElder(Acting by, @PathVariable UUID person) {
        var found = elders.reached(by, EldercareWords.READ_ELDERS, person);
        var id = found.id().value();
        var file = elders.fileOf(found);
        var elder = rows.find(file);
        var contacts = rows.contacts(file);
        ledger.note(
                by,
                "person:" + id,
                contacts.isEmpty() ? Set.of("name") : Set.of("name", "contacts"),
                EldercareWords.READ_ELDERS,
                "elder:" + id);
        return new ElderView(
                id,
                found.facts().name(),
                age(found),
                found.division().value(),
                elder.map(ElderRows.Elder::revision).orElse(0),
                elder.map(ElderRows.Elder::living).orElse(Living.UNKNOWN),
                elder.map(ElderRows.Elder::needs).orElse(""),
                elder.map(ElderRows.Elder::changedAt).orElse(null),
                elder.map(ElderRows.Elder::changedBy).orElse(null),
                contacts.stream().map(ElderController::view).toList());
    }

    @PutMapping("/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void describeElder(Acting by, @PathVariable UUID person, @Valid @RequestBody DescribeElderForm form) {
        elders.describe(by, person, form.revision(), form.living(), form.needs());
    }

    @PostMapping("/{person}/contacts")
    @ResponseStatus(HttpStatus.CREATED)
    ContactAddedView addContact(Acting by, @PathVariable UUID person, @Valid @RequestBody ContactForm form) {
        return new ContactAddedView(elders.addContact(by, person, form.name(), form.relation(), form.phone()));
    }

    @PutMapping("/{person}/contacts/order")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void arrangeContacts(Acting by, @PathVariable UUID person, @Valid @RequestBody ContactOrderForm form) {
        elders.arrange(by, person, form.order());
    }

    @PostMapping("/{person}/contacts/{contact}/verify")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void verifyContact(Acting by, @PathVariable UUID person, @PathVariable UUID contact) {
        elders.verifyContact(by, person, contact);
    }

    @DeleteMapping("/{person}/contacts/{contact}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeContact(Acting by, @PathVariable UUID person, @PathVariable UUID contact) {
        elders.removeContact(by, person, contact);
    }

    private Optional<ElderLineView> line(ElderRows.Listed listed) {
        return people.person(new PersonId(listed.person()))
                .map(person -> new ElderLineView(
                        person.id().value(),
                        Masking.name(person.facts().name()),
                        age(person),
                        person.division().value(),
                        listed.living(),
                        listed.contacts(),
                        listed.verified()));
    }

    private @Nullable Integer age(Person person) {
        return person.facts()
                .birth()
                .map(birth -> birth.until(LocalDate.now(clock)).getYears())
                .orElse(null);
    }

    private static ContactView view(ElderRows.Contact contact) {
        return new ContactView(
                contact.id(),
                contact.name(),
                contact.relation(),
                contact.phone(),
                contact.verifiedAt().orElse(null));
    }
}
