package org.linli.eldercare;

import org.linli.shared.Refusal;

/** Why elder care refuses. */
public enum EldercareReason implements Refusal.Reason {
    UNKNOWN_TRUNK(Refusal.Kind.MISSING),
    TRUNK_NAME_TAKEN(Refusal.Kind.CONFLICT),
    TRUNK_RETIRED(Refusal.Kind.CONFLICT),
    REASON_MISSING(Refusal.Kind.INVALID),
    EVENT_UNSIGNED(Refusal.Kind.UNAUTHENTICATED),
    EVENT_CLOCK_SKEW(Refusal.Kind.UNAUTHENTICATED),
    EVENT_TOO_LONG(Refusal.Kind.TOO_LARGE),
    EVENT_NO_JSON(Refusal.Kind.INVALID),
    EVENT_FIELD(Refusal.Kind.INVALID),
    EVENT_MOMENT(Refusal.Kind.INVALID),
    EVENT_CONTRADICTS(Refusal.Kind.CONFLICT),
    UNKNOWN_CALL(Refusal.Kind.MISSING),
    CALL_CLOSED(Refusal.Kind.CONFLICT),
    CALL_GOES_ON(Refusal.Kind.CONFLICT),
    CALL_NOT_MISSED(Refusal.Kind.CONFLICT),
    CLAIMED_BY_ANOTHER(Refusal.Kind.CONFLICT),
    NOT_CLAIMED(Refusal.Kind.CONFLICT),
    UNKNOWN_PERSON(Refusal.Kind.MISSING),
    MALFORMED_EXTENSION(Refusal.Kind.INVALID),
    EXTENSION_TAKEN(Refusal.Kind.CONFLICT),
    TEXT_TOO_LONG(Refusal.Kind.INVALID),
    ELDER_CHANGED(Refusal.Kind.CONFLICT),
    ELDER_RESTRICTED(Refusal.Kind.CONFLICT),
    TOO_MANY_CONTACTS(Refusal.Kind.CONFLICT),
    CONTACT_KNOWN(Refusal.Kind.CONFLICT),
    UNKNOWN_CONTACT(Refusal.Kind.MISSING);

    private final Refusal.Kind kind;

    EldercareReason(Refusal.Kind kind) {
        this.kind = kind;
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }

    @Override
    public String module() {
        return "eldercare";
    }
}
