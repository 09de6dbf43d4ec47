package org.linli.counter.card;

import org.linli.shared.Refusal;

/** Why a card is not taken. */
enum CardReason implements Refusal.Reason {
    CARD_LENGTH,
    CARD_TEXT,
    CARD_KIND,
    CARD_NAME,
    CARD_SEX,
    CARD_BIRTH,
    CARD_NUMBER_AND_BIRTH,
    CARD_NUMBER_AND_SEX,
    CARD_ADDRESS,
    CARD_ISSUER,
    CARD_VALIDITY,
    CARD_NOT_YET_VALID,
    CARD_EXPIRED,
    CARD_PASS_NUMBER,
    CARD_ISSUE_COUNT,
    CARD_COUNTRY,
    CARD_NOTHING_READ,
    CARD_VISIT;

    @Override
    public String module() {
        return "counter";
    }

    @Override
    public Refusal.Kind kind() {
        return Refusal.Kind.INVALID;
    }
}
