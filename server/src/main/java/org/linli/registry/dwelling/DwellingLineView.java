package org.linli.registry.dwelling;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.registry.dwelling.DwellingRows.DwellingRow;
import org.linli.registry.listing.PlaceNames;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;

/** One line of a list of dwellings. */
record DwellingLineView(
        UUID id,
        UUID compound,
        String address,
        DivisionCode division,
        Names divisionNames,
        DwellingUse use,
        @Nullable Integer floor,
        @Nullable BigDecimal squareMetres) {

    static DwellingLineView of(DwellingRow row, PlaceNames places) {
        return new DwellingLineView(
                row.id(),
                row.compound(),
                row.address(),
                row.division(),
                places.of(row.division()),
                row.facts().use(),
                row.facts().floor().orElse(null),
                row.facts().squareMetres().orElse(null));
    }
}
