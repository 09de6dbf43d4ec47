package org.linli.area;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.area.Areas.Window;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;

/**
 * A unit as the API shows it.
 *
 * @param serves for a station, the sub-districts it serves; else empty
 * @param windows for a station, its windows; else empty
 */
record UnitView(
        UnitCode code,
        Unit.Kind kind,
        Names names,
        DivisionCode area,
        @Nullable UnitCode parent,
        List<DivisionCode> serves,
        List<WindowView> windows) {

    record WindowView(int number, Names names, boolean active) {

        static WindowView of(Window window) {
            return new WindowView(window.number(), window.names(), window.active());
        }
    }

    static UnitView of(Unit unit, Areas areas) {
        return new UnitView(
                unit.code(),
                unit.kind(),
                unit.names(),
                unit.area(),
                unit.parent().orElse(null),
                areas.servedBy(unit.code()),
                areas.windows(unit.code()).stream().map(WindowView::of).toList());
    }
}
