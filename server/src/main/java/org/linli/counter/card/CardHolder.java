package org.linli.counter.card;

import java.time.LocalDate;
import java.util.Optional;
import org.linli.shared.IdDocument;
import org.linli.shared.Sex;

/**
 * Card holder (持证人): what a valid card says of the person it was issued to.
 *
 * @param name the name in Chinese, or the English name of a foreigner who has no Chinese one
 * @param address the registered address; foreign cards have none
 * @param validUntil empty for a card without an end (长期)
 * @param passNumber travel permit number of a resident of Hong Kong, Macau or Taiwan
 * @param issueCount how often the card was issued or renewed, where the layout tells
 * @param country nationality of a foreigner, three letters (GB/T 2659)
 */
public record CardHolder(
        CardKind kind,
        IdDocument document,
        String name,
        Optional<String> englishName,
        Sex sex,
        LocalDate birth,
        Optional<String> address,
        Optional<String> issuer,
        LocalDate validFrom,
        Optional<LocalDate> validUntil,
        Optional<String> passNumber,
        Optional<Integer> issueCount,
        Optional<String> country) {

    /** Only the kind and the masked number, so that a person does not reach a log by accident. */
    @Override
    public String toString() {
        return document.toString();
    }
}
