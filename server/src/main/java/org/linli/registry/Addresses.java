package org.linli.registry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.linli.shared.Point;

/** The district's address book (地址簿): its communities, their compounds, and the dwellings in them. */
public interface Addresses {

    /** A community with the sub-district or town it lies in. */
    record Community(DivisionCode code, Names names, DivisionCode subDistrict, Names subDistrictNames) {}

    /** A residential compound (小区) of a community. */
    record Compound(UUID id, DivisionCode community, String name, List<String> otherNames) {}

    /**
     * A dwelling with its address as it is written.
     *
     * @param division the grid cell, or the community where cells are not laid out
     */
    record Dwelling(DwellingId id, UUID compound, String address, DivisionCode division, Optional<Point> at) {}

    /** All communities, in the order of their codes. */
    List<Community> communities();

    /** Compounds of a community, by name. */
    List<Compound> compounds(DivisionCode community);

    /** The compound of a community that people call so, 小区 or 号街坊 said or not. */
    Optional<Compound> compound(DivisionCode community, String name);

    /** The dwelling behind a door, however its parts are written. */
    Optional<Dwelling> dwelling(UUID compound, String building, String unit, String room);

    Optional<Dwelling> dwelling(DwellingId id);
}
