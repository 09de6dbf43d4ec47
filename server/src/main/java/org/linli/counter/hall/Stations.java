package org.linli.counter.hall;

import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.area.Unit;
import org.linli.area.UnitCode;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Where a hall is: a central station, the district hall, or an agency point. */
@Component
class Stations {

    private final Areas areas;

    Stations(Areas areas) {
        this.areas = areas;
    }

    Unit require(String code) {
        return find(code).orElseThrow(() -> Refusal.because(HallReason.STATION_UNKNOWN, code));
    }

    /** The station, where the posting may do what the word says. */
    Unit require(Acting by, String word, String code) {
        var unit = require(code);
        by.require(word, unit.area());
        return unit;
    }

    private java.util.Optional<Unit> find(String code) {
        try {
            return areas.unit(UnitCode.of(code)).filter(unit -> switch (unit.kind()) {
                case STATION, DISTRICT_HALL, AGENCY_POINT -> true;
                case DISTRICT, DEPARTMENT, SUB_DISTRICT_OFFICE, COMMITTEE -> false;
            });
        } catch (IllegalArgumentException e) {
            return java.util.Optional.empty();
        }
    }
}
