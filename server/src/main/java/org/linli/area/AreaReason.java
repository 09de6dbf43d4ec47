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
    NOT_A_PLACE,
    /** No such grid cell, or retired. */
    UNKNOWN_CELL,
    DRAWING_REASON_MISSING,
    /** The cells drawn together lie in two communities, or one was named twice. */
    CELLS_OF_TWO_COMMUNITIES,
    PARTS_MISSING,
    /** Fewer than three corners. */
    OUTLINE_TOO_SHORT,
    OUTLINE_CROSSES_ITSELF,
    OUTSIDE_COMMUNITY,
    /** Two of the drawn outlines overlap. */
    CELLS_OVERLAP,
    /** A drawn outline reaches into a cell that was not drawn. */
    OVERLAPS_CELL,
    HOLE_LEFT,
    LINE_DOES_NOT_CUT,
    CELL_TOO_SMALL,
    NOT_ADJOINING,
    LAST_CELL,
    NUMBERS_USED_UP;

    @Override
    public String module() {
        return "area";
    }

    @Override
    public Refusal.Kind kind() {
        return Refusal.Kind.INVALID;
    }
}
