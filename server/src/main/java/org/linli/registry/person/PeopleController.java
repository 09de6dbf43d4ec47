package org.linli.registry.person;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.registry.Because;
import org.linli.registry.ChangeSource;
import org.linli.registry.NewPerson;
import org.linli.registry.People;
import org.linli.registry.Person.Standing;
import org.linli.registry.PersonFacts;
import org.linli.registry.PersonId;
import org.linli.registry.RegistryReason;
import org.linli.registry.history.ChangeView;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;
import org.linli.shared.IdDocument.Kind;
import org.linli.shared.Refusal;
import org.linli.shared.Sex;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People of the base, one by one. */
@RestController
@RequestMapping("/api/registry/people")
class PeopleController {

    private static final int DISTRICT_DIGITS = 6;

    private final People people;
    private final ReadingPeople reading;
    private final Areas areas;
    private final Clock clock;

    PeopleController(People people, ReadingPeople reading, Areas areas, Clock clock) {
        this.people = people;
        this.reading = reading;
        this.areas = areas;
        this.clock = clock;
    }

    @GetMapping("/{id}")
    PersonView readPerson(Acting by, @PathVariable UUID id, @RequestParam Optional<LocalDate> on) {
        return reading.read(by, new PersonId(id), on);
    }

    /** What the full values are needed for. */
    record RevealPersonForm(
            @NotBlank @Size(max = 200) String purpose,
            @Nullable LocalDate on) {}

    @PostMapping("/{id}/reveal")
    PersonView revealPerson(Acting by, @PathVariable UUID id, @Valid @RequestBody RevealPersonForm form) {
        return reading.reveal(by, new PersonId(id), Optional.ofNullable(form.on()), form.purpose());
    }

    @GetMapping("/{id}/changes")
    List<ChangeView> listPersonChanges(Acting by, @PathVariable UUID id) {
        return reading.changes(by, new PersonId(id));
    }

    /** What is known of somebody. */
    record PersonFactsForm(
            @NotBlank @Size(max = 50) String name,
            @Nullable @Size(max = 50) String formerName,
            @Nullable @Size(max = 100) String pinyin,
            @NotNull Sex sex,
            @Nullable LocalDate birth,
            @Nullable @Size(max = 2) String maritalStatus,
            @Nullable @Size(max = 2) String education,
            @Nullable @Size(max = 100) String occupation,
            @Nullable @Size(max = 100) String employer,
            @Nullable @Size(max = 6) String nativePlace,
            @Nullable @Size(max = 15) String registeredDivision,
            @Nullable @Size(max = 100) String registeredAddress) {

        PersonFacts facts() {
            return new PersonFacts(
                    name,
                    Optional.ofNullable(formerName),
                    Optional.ofNullable(pinyin),
                    sex,
                    Optional.ofNullable(birth),
                    Optional.ofNullable(maritalStatus),
                    Optional.ofNullable(education),
                    Optional.ofNullable(occupation),
                    Optional.ofNullable(employer),
                    Optional.ofNullable(nativePlace),
                    Optional.ofNullable(registeredDivision)
                            .filter(code -> !code.isBlank())
                            .map(PeopleController::division),
                    Optional.ofNullable(registeredAddress));
        }
    }

    /** A document as it was typed. */
    record PersonDocumentForm(
            @NotNull Kind kind, @NotBlank @Size(max = 30) String number) {}

    /** Somebody to be registered, and why. */
    record RegisterPersonForm(
            @NotNull @Valid PersonFactsForm facts,
            @NotNull @Size(max = 5) List<@Valid PersonDocumentForm> documents,
            @NotNull @Size(max = 5) List<@NotBlank @Size(max = 30) String> phones,
            @NotBlank @Size(max = 15) String division,
            @NotNull ChangeSource source,
            @NotBlank @Size(max = 400) String reason) {}

    /** The new record. */
    record RegisteredView(UUID id) {}

    @PostMapping
    RegisteredView registerPerson(Acting by, @Valid @RequestBody RegisterPersonForm form) {
        var person = new NewPerson(
                form.facts().facts(),
                form.documents().stream().map(this::document).toList(),
                form.phones(),
                areas.requireDivision(form.division()).code());
        return new RegisteredView(people.register(by, person, Because.of(form.source(), form.reason()))
                .value());
    }

    /** Other facts, against which revision, and why. */
    record CorrectPersonForm(
            int revision,
            @NotNull @Valid PersonFactsForm facts,
            @NotNull ChangeSource source,
            @NotBlank @Size(max = 400) String reason) {}

    @PutMapping("/{id}")
    void correctPerson(Acting by, @PathVariable UUID id, @Valid @RequestBody CorrectPersonForm form) {
        people.correct(
                by, new PersonId(id), form.revision(), form.facts().facts(), Because.of(form.source(), form.reason()));
    }

    /** A phone number, and from where it is known. */
    record AddPhoneForm(
            @NotBlank @Size(max = 30) String phone,
            @NotNull ChangeSource source,
            @NotBlank @Size(max = 400) String reason) {}

    @PostMapping("/{id}/phones")
    void addPersonPhone(Acting by, @PathVariable UUID id, @Valid @RequestBody AddPhoneForm form) {
        people.addPhone(by, new PersonId(id), form.phone(), Because.of(form.source(), form.reason()));
    }

    /** Why something is taken away. */
    record VoidForm(
            @NotNull ChangeSource source,
            @NotBlank @Size(max = 400) String reason) {}

    @PostMapping("/{id}/phones/{phone}/void")
    void voidPersonPhone(
            Acting by, @PathVariable UUID id, @PathVariable UUID phone, @Valid @RequestBody VoidForm form) {
        people.dropPhone(by, new PersonId(id), phone, Because.of(form.source(), form.reason()));
    }

    /** A document, and from where it is known. */
    record AddDocumentForm(
            @NotNull @Valid PersonDocumentForm document,
            @NotNull ChangeSource source,
            @NotBlank @Size(max = 400) String reason) {}

    @PostMapping("/{id}/documents")
    void addPersonDocument(Acting by, @PathVariable UUID id, @Valid @RequestBody AddDocumentForm form) {
        people.addDocument(by, new PersonId(id), document(form.document()), Because.of(form.source(), form.reason()));
    }

    /** Whether somebody is here, left or died, and from where it is known. */
    record StandForm(
            @NotNull Standing standing,
            @NotNull ChangeSource source,
            @NotBlank @Size(max = 400) String reason) {}

    @PostMapping("/{id}/standing")
    void standPerson(Acting by, @PathVariable UUID id, @Valid @RequestBody StandForm form) {
        people.stand(by, new PersonId(id), form.standing(), Because.of(form.source(), form.reason()));
    }

    /** A division anywhere in the country; only those of the district are known by name. */
    private static DivisionCode division(String code) {
        if (!DivisionCode.isValid(code) || code.length() < DISTRICT_DIGITS) {
            throw Refusal.ofField("registeredDivision", RegistryReason.UNKNOWN_CODE, code);
        }
        return DivisionCode.of(code);
    }

    private IdDocument document(PersonDocumentForm form) {
        return IdDocument.read(form.kind(), form.number(), LocalDate.now(clock));
    }
}
