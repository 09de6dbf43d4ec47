package org.linli.area;

import java.util.List;
import java.util.Optional;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.linli.shared.Point;
import org.linli.shared.Refusal;

/** The district's divisions and units, held in memory and read without a query. */
public interface Areas {

    /**
     * A division (区划) with its names; a grid cell is one too.
     *
     * @param names the name in the statistical register, such as 广恩社区居委会
     * @param shortNames what people call it, such as 广恩社区
     * @param mongolian the name in traditional Mongolian script where one is known
     */
    record Division(DivisionCode code, Names names, Names shortNames, Optional<String> mongolian) {}

    /** Window (窗口): one counter of a station; every window handles every item. */
    record Window(UnitCode station, int number, Names names, boolean active) {}

    Optional<Division> division(DivisionCode code);

    /** The divisions directly inside one, in the order of their codes. */
    List<Division> within(DivisionCode parent);

    Optional<Unit> unit(UnitCode code);

    List<Unit> units(Unit.Kind kind);

    /** The grid cell, or where cells are not laid out the smallest division, that a point lies in. */
    Optional<DivisionCode> locate(Point point);

    /** A station's windows by number, those out of use included. */
    List<Window> windows(UnitCode station);

    /** The station that serves the sub-district of a place; a sub-district without one is served by a neighbour's. */
    Optional<Unit> stationServing(DivisionCode place);

    /** The sub-districts and towns that a station serves, its own first. */
    List<DivisionCode> servedBy(UnitCode station);

    /** Refuses with {@link AreaReason#UNKNOWN_DIVISION} when there is no such division. */
    default Division requireDivision(DivisionCode code) {
        return division(code).orElseThrow(() -> Refusal.because(AreaReason.UNKNOWN_DIVISION, code.value()));
    }

    /** Refuses text that is not a division code, and codes of divisions that do not exist. */
    default Division requireDivision(String code) {
        if (!DivisionCode.isValid(code)) {
            throw Refusal.because(AreaReason.MALFORMED_DIVISION, code);
        }
        return requireDivision(DivisionCode.of(code));
    }

    /** Refuses with {@link AreaReason#UNKNOWN_UNIT} when there is no such unit. */
    default Unit requireUnit(UnitCode code) {
        return unit(code).orElseThrow(() -> Refusal.because(AreaReason.UNKNOWN_UNIT, code.value()));
    }
}
