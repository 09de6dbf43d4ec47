package org.linli.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;

/** The people of the base (实有人口) as other modules use them. */
public interface People {

    String READ = "registry.person.read";
    String WRITE = "registry.person.write";

    /** Whoever holds a document of this number; merged records lead to the one that took their place. */
    Optional<PersonId> byDocument(IdDocument document);

    /** The record that a reference means today. */
    PersonId resolve(PersonId id);

    /**
     * The record that a reference means today, and after it every record that was merged into it: what other modules noted
     * about somebody may stand under any of them.
     */
    List<PersonId> recordsOf(PersonId id);

    /** Somebody in full. Whoever shows it notes the disclosure; nothing is noted here. */
    Optional<Person> person(PersonId id);

    /** Whose number it is now, at most so many; families share one, and a number is no proof of who calls. */
    List<PersonId> withPhone(String phone, int most);

    /** Where somebody lives now; whoever shows it notes the disclosure. */
    Optional<Home> home(PersonId id);

    /**
     * Registers somebody.
     *
     * @return the new record
     * @throws org.linli.shared.Refusal when a document belongs to another record, or facts contradict the identity number
     */
    PersonId register(Acting by, NewPerson person, Because because);

    /** The same under an identifier that was given out before, as phones do that are offline. */
    void register(Acting by, PersonId id, NewPerson person, Because because);

    /** Puts other facts in the place of those of {@code revision}; refuses when somebody else was faster. */
    void correct(Acting by, PersonId id, int revision, PersonFacts facts, Because because);

    /**
     * Corrects facts together with the document that proves them: the one held first was wrong and is void.
     *
     * @throws org.linli.shared.Refusal when the document belongs to another record, or facts contradict its number
     */
    void identify(Acting by, PersonId id, PersonFacts facts, IdDocument document, Because because);

    /** Adds a phone number, which becomes the preferred one; nothing changes when the person has it. */
    void addPhone(Acting by, PersonId id, String phone, Because because);

    /** Takes a number away that is not the person's any more. */
    void dropPhone(Acting by, PersonId id, UUID phone, Because because);

    /** Adds a document; nothing changes when the person has it. */
    void addDocument(Acting by, PersonId id, IdDocument document, Because because);

    /** Notes that somebody left the district, died, or is here after all. */
    void stand(Acting by, PersonId id, Person.Standing standing, Because because);

    /** The same, since a day that was told. */
    void stand(Acting by, PersonId id, Person.Standing standing, LocalDate since, Because because);

    /** Moves where somebody counts. */
    void moveTo(Acting by, PersonId id, DivisionCode division, Because because);

    /**
     * Voids somebody who was registered in error (登记有误), with documents, phones, residence and membership.
     *
     * @throws org.linli.shared.Refusal when the person heads a household that others belong to
     */
    void withdraw(Acting by, PersonId id, Because because);
}
