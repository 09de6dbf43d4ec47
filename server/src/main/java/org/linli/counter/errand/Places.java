package org.linli.counter.errand;

import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.area.Unit;
import org.linli.area.UnitCode;
import org.linli.counter.catalogue.Item;
import org.linli.shared.DivisionCode;
import org.linli.shared.DivisionCode.Level;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Where an errand belongs: the station that serves a posting, the case's area, the unit that decides. */
@Component
class Places {

    /** An item that every committee or every sub-district office decides for its own people names no unit but a sort. */
    private static final String COMMITTEE = "CO";

    private static final String SUB_DISTRICT_OFFICE = "SO";

    private final Areas areas;

    Places(Areas areas) {
        this.areas = areas;
    }

    /** The station a posting works at, or that serves its agency point. */
    Unit station(Acting acting) {
        var unit = areas.unit(acting.unit())
                .orElseThrow(() -> Refusal.because(
                        ErrandReason.UNKNOWN_STATION, acting.unit().value()));
        return switch (unit.kind()) {
            case STATION, DISTRICT_HALL -> unit;
            case AGENCY_POINT, COMMITTEE, SUB_DISTRICT_OFFICE, DEPARTMENT, DISTRICT ->
                unit.parent()
                        .flatMap(areas::unit)
                        .filter(parent -> parent.kind() == Unit.Kind.STATION)
                        .orElseThrow(() -> Refusal.because(ErrandReason.UNKNOWN_STATION, unit.names()));
        };
    }

    boolean isAgencyPoint(UnitCode unit) {
        return areas.unit(unit)
                .filter(found -> found.kind() == Unit.Kind.AGENCY_POINT)
                .isPresent();
    }

    /** Refuses a division that does not exist, or is too wide for what the item needs. */
    void check(DivisionCode area, Item item) {
        if (areas.division(area).isEmpty()) {
            throw Refusal.ofField("area", ErrandReason.UNKNOWN_AREA, area.value());
        }
        var needed = item.department().value().equals(COMMITTEE) ? Level.COMMUNITY : Level.DISTRICT;
        if (area.level().ordinal() < needed.ordinal()) {
            throw Refusal.ofField("area", ErrandReason.AREA_TOO_WIDE, item.names());
        }
    }

    /** Where the case lies: a certificate with the community it is about, anything else where it was accepted. */
    DivisionCode caseArea(Acting acting, Item item, DivisionCode area, Unit station) {
        if (item.kind() == Item.Kind.CERTIFICATE) {
            return area.upTo(Level.COMMUNITY);
        }
        return station.area().covers(acting.area()) ? acting.area() : station.area();
    }

    /** The unit that decides about an item for somebody who lives in an area. */
    UnitCode decides(Item item, DivisionCode area, Unit station) {
        var code = item.department().value();
        var unit = switch (code) {
            case COMMITTEE -> COMMITTEE + "-" + area.upTo(Level.COMMUNITY).value();
            case SUB_DISTRICT_OFFICE ->
                SUB_DISTRICT_OFFICE + "-" + area.upTo(Level.SUB_DISTRICT).value();
            default -> code;
        };
        return areas.unit(UnitCode.of(unit)).map(Unit::code).orElse(station.code());
    }
}
