package org.linli.counter.card;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Cards (证件读取): text blocks of identity cards in, holders out. */
@Component
public final class Cards {

    private final Clock clock;

    Cards(Clock clock) {
        this.clock = clock;
    }

    /**
     * Reads the 256-byte UTF-16LE text block of a card.
     *
     * @throws org.linli.shared.Refusal that names the field when the block is broken, the number is wrong, or the card is
     *     not valid today
     */
    public CardHolder read(byte[] textBlock) {
        return TextBlock.decode(textBlock, LocalDate.now(clock));
    }

    /** Reads what a vendor's service gave of a resident identity card, under the same rules. */
    CardHolder read(ReadCardForm.Fields fields) {
        return VendorFields.decode(fields, LocalDate.now(clock));
    }
}
