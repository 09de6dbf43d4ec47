package org.linli.counter.mandate;

import org.linli.shared.Refusal;

/** Why mandates refuse. */
enum MandateReason implements Refusal.Reason {
    MANDATE_NEEDED(Refusal.Kind.FORBIDDEN),
    MANDATE_UNKNOWN(Refusal.Kind.MISSING),
    MANDATE_OTHER_PERSON(Refusal.Kind.FORBIDDEN),
    MANDATE_OTHER_AGENT(Refusal.Kind.FORBIDDEN),
    MANDATE_OTHER_MATTER(Refusal.Kind.FORBIDDEN),
    MANDATE_OUT_OF_TIME(Refusal.Kind.FORBIDDEN),
    MANDATE_REVOKED(Refusal.Kind.CONFLICT),
    MANDATE_PERIOD(Refusal.Kind.INVALID),
    MANDATE_ITEMS(Refusal.Kind.INVALID),
    MANDATE_CONSENT(Refusal.Kind.INVALID),
    MANDATE_NO_AGENT(Refusal.Kind.INVALID),
    MANDATE_FOR_ONESELF(Refusal.Kind.INVALID);

    private final Refusal.Kind kind;

    MandateReason(Refusal.Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "counter";
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }
}
