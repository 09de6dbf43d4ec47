package org.linli.registry;

import java.util.List;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;

/**
 * Somebody to be registered.
 *
 * @param division where the person counts until a residence says more
 */
public record NewPerson(PersonFacts facts, List<IdDocument> documents, List<String> phones, DivisionCode division) {

    public NewPerson {
        documents = List.copyOf(documents);
        phones = phones.stream().map(PhoneNumber::read).distinct().toList();
    }
}
