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
    VOIDED(Refusal.Kind.CONFLICT);

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
