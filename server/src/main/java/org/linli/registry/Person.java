package org.linli.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;
import org.linli.shared.IdNumber;

/**
 * Person (人): somebody of the base in full; whoever shows any of it to a reader notes the disclosure.
 *
 * @param division where the person counts: a grid cell, or shorter where no more is known
 * @param revision what a change is made against
 */
public record Person(
        PersonId id,
        PersonFacts facts,
        Standing standing,
        Optional<LocalDate> standingSince,
        DivisionCode division,
        List<HeldDocument> documents,
        List<HeldPhone> phones,
        int revision) {

    /** Whether somebody is here. */
    public enum Standing {
        PRESENT,
        /** Moved away and registered nowhere in the district. */
        LEFT,
        DECEASED
    }

    /** A document of a person, with the days it is valid from and until where they are known. */
    public record HeldDocument(
            UUID id, IdDocument document, Optional<LocalDate> validFrom, Optional<LocalDate> validUntil) {}

    /** A phone number of a person. */
    public record HeldPhone(UUID id, String number, boolean preferred) {}

    public Person {
        documents = List.copyOf(documents);
        phones = List.copyOf(phones);
    }

    /** The citizen identity number, where one is known. */
    public Optional<IdNumber> idNumber() {
        return documents.stream()
                .flatMap(held -> held.document().idNumber().stream())
                .findFirst();
    }

    /** The number to be reached under. */
    public Optional<String> phone() {
        return phones.stream()
                .filter(HeldPhone::preferred)
                .findFirst()
                .or(() -> phones.stream().findFirst())
                .map(HeldPhone::number);
    }
}
