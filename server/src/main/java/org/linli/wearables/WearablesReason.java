package org.linli.wearables;

import org.linli.shared.Refusal;

/** Why wearables refuse. */
public enum WearablesReason implements Refusal.Reason {
    MALFORMED_NUMBER(Refusal.Kind.INVALID),
    NUMBER_TAKEN(Refusal.Kind.CONFLICT),
    UNKNOWN_DEVICE(Refusal.Kind.MISSING),
    DEVICE_RETIRED(Refusal.Kind.CONFLICT),
    NOBODY_WEARS_IT(Refusal.Kind.CONFLICT),
    CONSENT_IN_FORCE(Refusal.Kind.CONFLICT),
    NO_CONSENT(Refusal.Kind.CONFLICT),
    NO_POSITION_CONSENT(Refusal.Kind.CONFLICT),
    REASON_MISSING(Refusal.Kind.INVALID),
    UNKNOWN_ALARM(Refusal.Kind.MISSING),
    ALARM_CLOSED(Refusal.Kind.CONFLICT),
    CLAIMED_BY_ANOTHER(Refusal.Kind.CONFLICT),
    NOT_CLAIMED(Refusal.Kind.CONFLICT);

    private final Refusal.Kind kind;

    WearablesReason(Refusal.Kind kind) {
        this.kind = kind;
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }

    @Override
    public String module() {
        return "wearables";
    }
}
