package org.linli.counter.hall;

import org.linli.shared.Refusal;

/** Why the hall refuses. */
public enum HallReason implements Refusal.Reason {
    STATION_UNKNOWN(Refusal.Kind.MISSING),
    WINDOW_UNKNOWN(Refusal.Kind.MISSING),
    WINDOW_TAKEN(Refusal.Kind.CONFLICT),
    WINDOW_NOT_OPEN(Refusal.Kind.CONFLICT),
    WINDOW_STILL_SERVING(Refusal.Kind.CONFLICT),
    WINDOW_NOT_AT_WORK(Refusal.Kind.CONFLICT),
    VISIT_UNKNOWN(Refusal.Kind.MISSING),
    VISIT_MOVED_ON(Refusal.Kind.CONFLICT),
    VISIT_STATE(Refusal.Kind.CONFLICT),
    VISIT_OTHER_WINDOW(Refusal.Kind.FORBIDDEN),
    ALREADY_WAITING(Refusal.Kind.CONFLICT),
    NAME_MISSING(Refusal.Kind.INVALID),
    PHONE_FORM(Refusal.Kind.INVALID),
    ITEM_NOT_OFFERED(Refusal.Kind.INVALID),
    BOOKING_UNKNOWN(Refusal.Kind.MISSING),
    BOOKING_OTHER_DAY(Refusal.Kind.CONFLICT),
    BOOKING_OTHER_STATION(Refusal.Kind.CONFLICT),
    BOOKING_USED(Refusal.Kind.CONFLICT),
    BOOKING_TWICE(Refusal.Kind.CONFLICT),
    SLOT_UNKNOWN(Refusal.Kind.INVALID),
    SLOT_FULL(Refusal.Kind.CONFLICT),
    RATING_CODE_UNKNOWN(Refusal.Kind.MISSING),
    RATING_CODE_USED(Refusal.Kind.CONFLICT),
    RATING_CODE_EXPIRED(Refusal.Kind.CONFLICT),
    RATING_NEEDS_REASON(Refusal.Kind.INVALID),
    PERIOD_TOO_LONG(Refusal.Kind.INVALID);

    private final Refusal.Kind kind;

    HallReason(Refusal.Kind kind) {
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
