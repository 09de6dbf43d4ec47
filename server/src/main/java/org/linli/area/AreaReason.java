package org.linli.area;

import org.linli.shared.Refusal;

/** Why area refuses. */
public enum AreaReason implements Refusal.Reason {
    /** Well-formed, but no such division is registered. */
    UNKNOWN_DIVISION,
    /** Not 2, 4, 6, 9, 12 or 15 digits. */
    MALFORMED_DIVISION,
    UNKNOWN_UNIT,
    UNKNOWN_UNIT_KIND,
    /** A longitude or latitude is missing or off the globe. */
    NOT_A_PLACE;

    @Override
    public String module() {
        return "area";
    }

    @Override
    public Refusal.Kind kind() {
        return Refusal.Kind.INVALID;
    }
}
