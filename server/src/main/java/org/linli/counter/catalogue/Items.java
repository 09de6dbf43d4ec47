package org.linli.counter.catalogue;

import java.util.List;
import java.util.Optional;
import org.linli.area.UnitCode;

/** The published items; a version never changes once it is published, so it may be kept and compared. */
public interface Items {

    /** The version in force, or empty when the code is unknown or the item was withdrawn. */
    Optional<Item> current(String code);

    /** One version, in force or not: the one a case has pinned. */
    Item version(String code, int version);

    /** Every item in force that a station, an agency point or the district hall offers, by code. */
    List<Item> offered(UnitCode station);
}
