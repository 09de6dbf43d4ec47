package org.linli.access;

import org.linli.shared.Refusal;

/** Why access refuses. */
public enum AccessReason implements Refusal.Reason {
    NOT_SIGNED_IN(Refusal.Kind.UNAUTHENTICATED),
    NOT_PERMITTED(Refusal.Kind.FORBIDDEN),
    OUTSIDE_AREA(Refusal.Kind.FORBIDDEN);

    private final Refusal.Kind kind;

    AccessReason(Refusal.Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "access";
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }
}
