package org.linli.area;

import java.util.List;
import java.util.Optional;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.linli.shared.Point;

/** The district's divisions and units, held in memory and read without a query. */
public interface Areas {

    /** A division (区划) with its names; {@code mongolian} is the name in traditional Mongolian script where one is known. */
    record Division(DivisionCode code, Names names, Optional<String> mongolian) {}

    Optional<Division> division(DivisionCode code);

    /** The divisions directly inside one, in the order of their codes. */
    List<Division> within(DivisionCode parent);

    Optional<Unit> unit(UnitCode code);

    List<Unit> units(Unit.Kind kind);

    /** The grid cell, or where cells are not laid out the smallest division, that a point lies in. */
    Optional<DivisionCode> locate(Point point);
}
