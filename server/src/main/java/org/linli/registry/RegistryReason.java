package org.linli.registry;

import org.linli.shared.Refusal;

/** Why the registry refuses. */
public enum RegistryReason implements Refusal.Reason {
    REASON_MISSING(Refusal.Kind.INVALID),
    PURPOSE_MISSING(Refusal.Kind.INVALID),
    TEXT_TOO_LONG(Refusal.Kind.INVALID),
    NAME_MISSING(Refusal.Kind.INVALID),
    UNKNOWN_CODE(Refusal.Kind.INVALID),
    MALFORMED_PHONE(Refusal.Kind.INVALID),
    DATES_REVERSED(Refusal.Kind.INVALID),
    DATE_IN_FUTURE(Refusal.Kind.INVALID),
    /** Sex or birth date contradict the identity number. */
    NOT_AS_THE_NUMBER_SAYS(Refusal.Kind.INVALID),
    /** Too little was typed to look for. */
    TOO_LITTLE_TO_FIND(Refusal.Kind.INVALID),
    UNKNOWN_PERSON(Refusal.Kind.MISSING),
    UNKNOWN_HOUSEHOLD(Refusal.Kind.MISSING),
    UNKNOWN_DWELLING(Refusal.Kind.MISSING),
    UNKNOWN_COMPOUND(Refusal.Kind.MISSING),
    UNKNOWN_ORGANISATION(Refusal.Kind.MISSING),
    UNKNOWN_PLACE(Refusal.Kind.MISSING),
    /** Somebody else changed the record meanwhile. */
    STALE(Refusal.Kind.CONFLICT),
    /** Another record holds this document number. */
    DOCUMENT_TAKEN(Refusal.Kind.CONFLICT),
    USCC_TAKEN(Refusal.Kind.CONFLICT),
    ADDRESS_TAKEN(Refusal.Kind.CONFLICT),
    /** Whoever would join a household belongs to one. */
    IN_ANOTHER_HOUSEHOLD(Refusal.Kind.CONFLICT),
    HEAD_IS_NO_MEMBER(Refusal.Kind.INVALID),
    /** The relation to the head does not fit who the head is. */
    RELATION_DOES_NOT_FIT(Refusal.Kind.INVALID),
    MALFORMED_CURSOR(Refusal.Kind.INVALID),
    /** The base did not know the record on the day asked for. */
    NOT_YET_KNOWN(Refusal.Kind.MISSING),
    NO_COMMUNITY(Refusal.Kind.INVALID),
    COMPOUND_TAKEN(Refusal.Kind.CONFLICT),
    /** Dwellings of it are registered. */
    COMPOUND_IN_USE(Refusal.Kind.CONFLICT),
    DOOR_MISSING(Refusal.Kind.INVALID),
    IMPOSSIBLE_NUMBER(Refusal.Kind.INVALID),
    OUTSIDE_COMMUNITY(Refusal.Kind.INVALID),
    NO_GRID_CELL(Refusal.Kind.INVALID),
    /** A value from a phone is no text, number, day or identifier where one belongs. */
    MALFORMED_VALUE(Refusal.Kind.INVALID),
    VALUE_MISSING(Refusal.Kind.INVALID),
    /** A masked number that is not the one held. */
    NUMBER_MASKED(Refusal.Kind.INVALID),
    /** On the spot a document can be corrected, not taken away. */
    DOCUMENT_STAYS(Refusal.Kind.INVALID),
    UNKNOWN_COMMAND(Refusal.Kind.INVALID),
    /** Somebody lives or is registered there. */
    DWELLING_IN_USE(Refusal.Kind.CONFLICT),
    UNKNOWN_RESIDENCE(Refusal.Kind.MISSING),
    INFLOW_REASON_MISSING(Refusal.Kind.INVALID),
    LIVES_THERE_ALREADY(Refusal.Kind.CONFLICT),
    LIVES_ELSEWHERE_ALREADY(Refusal.Kind.CONFLICT),
    MOVED_OUT_ALREADY(Refusal.Kind.CONFLICT),
    DECEASED(Refusal.Kind.CONFLICT),
    NO_MEMBER(Refusal.Kind.MISSING),
    HEAD_LEAVES_LAST(Refusal.Kind.CONFLICT),
    TWO_SPOUSES(Refusal.Kind.INVALID),
    RELATION_TWICE(Refusal.Kind.INVALID),
    RELATION_OF_OTHER_SEX(Refusal.Kind.INVALID),
    /** A child older than the head, a parent younger, and so on. */
    RELATION_AGAINST_AGE(Refusal.Kind.INVALID),
    /** A relation to the new head that does not follow from the former ones. */
    RELATION_MISSING(Refusal.Kind.INVALID),
    DISSOLVED_ALREADY(Refusal.Kind.CONFLICT),
    /** Too many dwellings to draw one by one. */
    AREA_TOO_LARGE(Refusal.Kind.INVALID),
    VOIDED(Refusal.Kind.CONFLICT),
    /** Somebody's data may only be stored now. */
    RESTRICTED(Refusal.Kind.CONFLICT),
    UNKNOWN_RESTRICTION(Refusal.Kind.MISSING),
    RESTRICTION_LIFTED(Refusal.Kind.CONFLICT);

    private final Refusal.Kind kind;

    RegistryReason(Refusal.Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "registry";
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }
}
