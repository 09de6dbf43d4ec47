package org.linli.counter.card;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A card as the window read it: the text block in base64, or the fields of a vendor's local service that gives no text
 * block.
 *
 * @param visit the visit in the clerk's hand; with it the holder is shown in full, and that is noted
 */
record ReadCardForm(
        @Nullable @Size(max = 1000) String textBlock,
        @Nullable Fields fields,
        @Nullable UUID visit) {

    /**
     * What vendors' services give. Anything else they send (nation, photo) is dropped unread.
     *
     * @param sex 男 or 女, or the code of GB/T 2261.1
     * @param birth 19510416, 1951-04-16, 1951.04.16 or 1951年4月16日, like the other dates
     * @param validUntil a date or 长期
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Fields(
            @Nullable @Size(max = 60) String name,
            @Nullable @Size(max = 10) String sex,
            @Nullable @Size(max = 20) String birth,
            @Nullable @Size(max = 120) String address,
            @Nullable @Size(max = 40) String number,
            @Nullable @Size(max = 60) String issuer,
            @Nullable @Size(max = 20) String validFrom,
            @Nullable @Size(max = 20) String validUntil) {}
}
