package org.linli.access;

import org.linli.shared.Refusal;

/** Why access refuses. */
public enum AccessReason implements Refusal.Reason {
    NOT_SIGNED_IN(Refusal.Kind.UNAUTHENTICATED),
    SIGN_IN_FAILED(Refusal.Kind.UNAUTHENTICATED),
    CODE_NEEDED(Refusal.Kind.UNAUTHENTICATED),
    TRY_LATER(Refusal.Kind.TOO_MANY),
    TOO_OFTEN(Refusal.Kind.TOO_MANY),
    REQUEST_FORGED(Refusal.Kind.FORBIDDEN),
    NOT_PERMITTED(Refusal.Kind.FORBIDDEN),
    OUTSIDE_AREA(Refusal.Kind.FORBIDDEN),
    NO_POSTING(Refusal.Kind.FORBIDDEN),
    CHOOSE_POSTING(Refusal.Kind.FORBIDDEN),
    NOT_YOUR_POSTING(Refusal.Kind.FORBIDDEN),
    PASSWORD_MUST_CHANGE(Refusal.Kind.FORBIDDEN),
    SECOND_FACTOR_MUST_BE_SET_UP(Refusal.Kind.FORBIDDEN),
    PASSWORD_WRONG(Refusal.Kind.INVALID),
    PASSWORD_TOO_WEAK(Refusal.Kind.INVALID),
    PASSWORD_HOLDS_NAME(Refusal.Kind.INVALID),
    PASSWORD_TOO_COMMON(Refusal.Kind.INVALID),
    PASSWORD_USED_BEFORE(Refusal.Kind.INVALID),
    CODE_WRONG(Refusal.Kind.INVALID),
    SECOND_FACTOR_NOT_STARTED(Refusal.Kind.CONFLICT),
    SECOND_FACTOR_IS_REQUIRED(Refusal.Kind.CONFLICT),
    ACCOUNT_MISSING(Refusal.Kind.MISSING),
    LOGIN_TAKEN(Refusal.Kind.CONFLICT),
    ACCOUNT_CHANGED(Refusal.Kind.CONFLICT),
    ACCOUNT_RETIRED(Refusal.Kind.CONFLICT),
    NOT_ONESELF(Refusal.Kind.FORBIDDEN),
    POSTING_MISSING(Refusal.Kind.MISSING),
    POSTING_ENDED(Refusal.Kind.CONFLICT),
    ROLE_UNKNOWN(Refusal.Kind.INVALID),
    UNIT_UNKNOWN(Refusal.Kind.INVALID),
    UNIT_DOES_NOT_FIT_ROLE(Refusal.Kind.INVALID),
    AREA_UNKNOWN(Refusal.Kind.INVALID),
    AREA_BEYOND_UNIT(Refusal.Kind.INVALID),
    DATES_REVERSED(Refusal.Kind.INVALID),
    ROLES_DO_NOT_COMBINE(Refusal.Kind.CONFLICT),
    PAGE_UNKNOWN(Refusal.Kind.INVALID),
    SESSION_MISSING(Refusal.Kind.MISSING);

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
