package org.linli.counter.errand;

import org.linli.shared.Refusal;

/** Why errands refuse. */
enum ErrandReason implements Refusal.Reason {
    UNKNOWN_ITEM(Refusal.Kind.INVALID),
    ITEM_NOT_OFFERED(Refusal.Kind.INVALID),
    UNKNOWN_STATION(Refusal.Kind.INVALID),
    UNKNOWN_AREA(Refusal.Kind.INVALID),
    AREA_TOO_WIDE(Refusal.Kind.INVALID),
    NAME_MISSING(Refusal.Kind.INVALID),
    PHONE_FORM(Refusal.Kind.INVALID),
    ADDRESS_NEEDED(Refusal.Kind.INVALID),
    AUDIENCE(Refusal.Kind.INVALID),
    CREDIT_CODE(Refusal.Kind.INVALID),
    UNKNOWN_MATERIAL(Refusal.Kind.INVALID),
    MATERIAL_MAY_NOT_FOLLOW(Refusal.Kind.INVALID),
    MATERIAL_NOT_COMMITTABLE(Refusal.Kind.INVALID),
    MATERIAL_NOT_HELD(Refusal.Kind.INVALID),
    DISTRICT_HOLDS_IT(Refusal.Kind.INVALID),
    REUSE_NEEDS_CONSENT(Refusal.Kind.INVALID),
    CARD_EXPIRED_AT_WINDOW(Refusal.Kind.INVALID),
    FOLLOW_DATE(Refusal.Kind.INVALID),
    FIELD_NEEDED(Refusal.Kind.INVALID),
    FIELD_FORM(Refusal.Kind.INVALID),
    FIELD_UNKNOWN(Refusal.Kind.INVALID),
    UNKNOWN_FILE(Refusal.Kind.INVALID),
    REQUEST_REPEATED(Refusal.Kind.CONFLICT),
    UNKNOWN_ERRAND(Refusal.Kind.MISSING),
    PURPOSE_NEEDED(Refusal.Kind.INVALID),
    MATERIALS_OUTSTANDING(Refusal.Kind.CONFLICT),
    SUPPLEMENT_ONCE(Refusal.Kind.CONFLICT),
    SUPPLEMENT_TOO_LATE(Refusal.Kind.CONFLICT),
    SUPPLEMENT_ITEMS(Refusal.Kind.INVALID),
    SUPPLEMENT_FILES(Refusal.Kind.INVALID),
    REASON_NEEDED(Refusal.Kind.INVALID),
    NOTHING_TO_SETTLE(Refusal.Kind.CONFLICT),
    NO_LINE(Refusal.Kind.CONFLICT),
    NO_CERTIFICATE(Refusal.Kind.CONFLICT),
    ALREADY_FINISHED(Refusal.Kind.CONFLICT),
    WRONG_PAIR(Refusal.Kind.MISSING),
    SEARCH_TOO_SHORT(Refusal.Kind.INVALID),
    HANDOVER_FROM_POINTS_ONLY(Refusal.Kind.FORBIDDEN),
    UNKNOWN_HANDOVER(Refusal.Kind.MISSING),
    HANDOVER_TAKEN(Refusal.Kind.CONFLICT),
    NO_MANDATE(Refusal.Kind.FORBIDDEN);

    private final Refusal.Kind kind;

    ErrandReason(Refusal.Kind kind) {
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
