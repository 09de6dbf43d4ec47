package org.linli.counter.resident;

import java.util.Optional;
import java.util.UUID;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;

/** What an errand says of its applicant; the part of the counter that keeps errands answers it. */
public interface LearnedAtWindow {

    /**
     * Somebody as they said and showed at the window.
     *
     * @param address where they are registered when it came from the card, else where they live
     * @param item name of the item, for the reason of the change
     */
    record Learned(
            String name,
            IdDocument document,
            Optional<String> phone,
            Optional<String> address,
            DivisionCode area,
            String item) {}

    Optional<Learned> of(UUID errand);
}
