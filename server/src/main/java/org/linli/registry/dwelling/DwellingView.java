package org.linli.registry.dwelling;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.privacy.Masking;
import org.linli.registry.Codes;
import org.linli.registry.dwelling.DwellingQueries.HouseholdThere;
import org.linli.registry.dwelling.DwellingQueries.Resident;
import org.linli.registry.history.AsOf;
import org.linli.registry.listing.MaskedPerson;
import org.linli.registry.listing.PlaceNames;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.linli.shared.Point;

/**
 * A dwelling's page.
 *
 * @param on the day the page is read as of
 * @param today whether that is today, so that it may be changed
 */
record DwellingView(
        UUID id,
        UUID compound,
        String compoundName,
        String address,
        String building,
        String unit,
        @Nullable Integer floor,
        String room,
        DivisionCode division,
        Names divisionNames,
        @Nullable Point at,
        DwellingUse use,
        @Nullable BigDecimal squareMetres,
        int revision,
        boolean voided,
        LocalDate on,
        boolean today,
        List<ResidentView> residents,
        List<HouseholdThereView> households) {

    /** Somebody who lives or lived there; {@code here} on the day of the page. */
    record ResidentView(
            UUID residence,
            int revision,
            MaskedPerson person,
            String kind,
            @Nullable Names inflowReason,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean here,
            @Nullable UUID household,
            @Nullable Names relation) {}

    record HouseholdThereView(
            UUID id, String kind, @Nullable String head, int members) {}

    static DwellingView of(Dwellings.Shown shown, AsOf on, PlaceNames places) {
        var row = shown.dwelling();
        return new DwellingView(
                row.id(),
                row.compound(),
                row.compoundName(),
                row.address(),
                row.facts().building(),
                row.facts().unit(),
                row.facts().floor().orElse(null),
                row.facts().room(),
                row.division(),
                places.of(row.division()),
                row.facts().at().orElse(null),
                row.facts().use(),
                row.facts().squareMetres().orElse(null),
                row.revision(),
                row.voided(),
                on.day(),
                on.today(),
                shown.residents().stream()
                        .map(resident -> resident(resident, on.day()))
                        .toList(),
                shown.households().stream().map(DwellingView::household).toList());
    }

    private static ResidentView resident(Resident resident, LocalDate day) {
        return new ResidentView(
                resident.residence(),
                resident.revision(),
                MaskedPerson.of(
                        resident.person(),
                        resident.name(),
                        resident.sex(),
                        resident.birth(),
                        resident.restricted(),
                        day),
                resident.kind(),
                named(Codes.Table.INFLOW_REASON, resident.inflowReason()),
                resident.from(),
                resident.until(),
                resident.here(),
                resident.household(),
                named(Codes.Table.RELATION, resident.relation()));
    }

    private static HouseholdThereView household(HouseholdThere there) {
        var head = there.head() == null ? null : Masking.name(there.head());
        return new HouseholdThereView(there.id(), there.kind(), head, there.members());
    }

    private static @Nullable Names named(Codes.Table table, @Nullable String code) {
        return code == null ? null : Codes.name(table, code).orElseGet(() -> Names.of(code, code));
    }
}
