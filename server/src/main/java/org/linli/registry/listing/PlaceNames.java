package org.linli.registry.listing;

import org.linli.area.Areas;
import org.linli.shared.DivisionCode;
import org.linli.shared.DivisionCode.Level;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** What people call the division a record counts in; of a cell, the community before it. */
@Component
public class PlaceNames {

    private final Areas areas;

    PlaceNames(Areas areas) {
        this.areas = areas;
    }

    public Names of(DivisionCode code) {
        var own = plain(code);
        if (code.level() != Level.GRID_CELL) {
            return own;
        }
        var community = plain(code.upTo(Level.COMMUNITY));
        return own.zh().startsWith(community.zh())
                ? own
                : Names.of(community.zh() + own.zh(), community.en() + ", " + own.en());
    }

    private Names plain(DivisionCode code) {
        return areas.division(code)
                .map(Areas.Division::shortNames)
                .orElseGet(() -> Names.of(code.value(), code.value()));
    }
}
