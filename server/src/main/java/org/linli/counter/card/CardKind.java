package org.linli.counter.card;

/** Which of the four layouts a card has; its letter stands at offset 248 of the text block. */
public enum CardKind {
    /** Resident identity card (居民身份证). */
    CITIZEN,
    /** Residence permit for residents of Hong Kong, Macau and Taiwan (港澳台居民居住证), letter J. */
    HONG_KONG_MACAU_TAIWAN,
    /** Foreign permanent residence card of 2017 (外国人永久居留身份证), letter I. */
    FOREIGN_2017,
    /** Foreign permanent residence card of 2023 (外国人永久居留身份证), letter Y. */
    FOREIGN_2023
}
