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
    UNKNOWN_ZONE(Refusal.Kind.MISSING),
    ZONE_WITHOUT_CONSENT(Refusal.Kind.CONFLICT),
    TOO_MANY_ZONES(Refusal.Kind.CONFLICT),
    ZONE_WITHOUT_SHAPE(Refusal.Kind.INVALID),
    ZONE_RAISES_NOTHING(Refusal.Kind.INVALID),
    ZONE_RADIUS(Refusal.Kind.INVALID),
    ZONE_CORNERS(Refusal.Kind.INVALID),
    ZONE_CROSSES_ITSELF(Refusal.Kind.INVALID),
    ZONE_TOO_LARGE(Refusal.Kind.INVALID),
    ZONE_TOO_SMALL(Refusal.Kind.INVALID),
    LIMITS_WITHOUT_CONSENT(Refusal.Kind.CONFLICT),
    LIMIT_MISSING(Refusal.Kind.INVALID),
    LIMIT_IMPOSSIBLE(Refusal.Kind.INVALID),
    LIMIT_OUT_OF_ORDER(Refusal.Kind.INVALID),
    SECOND_LIMITS(Refusal.Kind.INVALID),
    NO_TRACK_CONSENT(Refusal.Kind.CONFLICT),
    NO_VITALS_CONSENT(Refusal.Kind.CONFLICT),
    SPAN_NOT_POSSIBLE(Refusal.Kind.INVALID),
    REASON_MISSING(Refusal.Kind.INVALID),
    COMMAND_INCOMPLETE(Refusal.Kind.INVALID),
    INTERVAL_OUT_OF_RANGE(Refusal.Kind.INVALID),
    MALFORMED_PHONE(Refusal.Kind.INVALID),
    LOCATING_NEEDS_CONSENT(Refusal.Kind.CONFLICT),
    UNKNOWN_ALARM(Refusal.Kind.MISSING),
    ALARM_CLOSED(Refusal.Kind.CONFLICT),
    CLAIMED_BY_ANOTHER(Refusal.Kind.CONFLICT),
    NOT_CLAIMED(Refusal.Kind.CONFLICT),
    READING_NO_JSON(Refusal.Kind.INVALID),
    READINGS_TOO_LONG(Refusal.Kind.TOO_LARGE),
    TOO_MANY_READINGS(Refusal.Kind.TOO_LARGE),
    UNKNOWN_SENSOR_KIND(Refusal.Kind.INVALID),
    UNKNOWN_SENSOR_CODE(Refusal.Kind.INVALID),
    MALFORMED_MOMENT(Refusal.Kind.INVALID),
    MALFORMED_VALUE(Refusal.Kind.INVALID),
    MALFORMED_BATTERY(Refusal.Kind.INVALID),
    READINGS_UNSIGNED(Refusal.Kind.UNAUTHENTICATED),
    READINGS_CLOCK_SKEW(Refusal.Kind.UNAUTHENTICATED),
    READINGS_REPLAYED(Refusal.Kind.CONFLICT),
    READINGS_WAIT(Refusal.Kind.UNAVAILABLE),
    UNKNOWN_VENDOR(Refusal.Kind.MISSING),
    VENDOR_NAME_TAKEN(Refusal.Kind.CONFLICT),
    VENDOR_RETIRED(Refusal.Kind.CONFLICT);

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
