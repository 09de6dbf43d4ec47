package org.linli.area;

import org.jspecify.annotations.Nullable;
import org.linli.area.Areas.Division;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;

/**
 * A division as the API shows it.
 *
 * @param inside how many divisions it directly contains
 */
record DivisionView(
        DivisionCode code,
        DivisionCode.Level level,
        Names names,
        Names shortNames,
        @Nullable String mongolian,
        int inside) {

    static DivisionView of(Division division, Areas areas) {
        return new DivisionView(
                division.code(),
                division.code().level(),
                division.names(),
                division.shortNames(),
                division.mongolian().orElse(null),
                areas.within(division.code()).size());
    }
}
