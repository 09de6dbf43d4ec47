package org.linli.registry.listing;

import org.linli.shared.DivisionCode;

/**
 * An area (辖区) as a range of an index over division codes: from its code, inclusive, to the first code behind all that
 * begin with it.
 */
public record Area(String from, String until) {

    /** Behind every digit in the order of the codes. */
    private static final String BEHIND = ":";

    public static Area of(DivisionCode code) {
        return new Area(code.value(), code.value() + BEHIND);
    }

    /** The communities of an area; of a grid cell the one it lies in. */
    public static Area communities(DivisionCode code) {
        return of(code.upTo(DivisionCode.Level.COMMUNITY));
    }
}
