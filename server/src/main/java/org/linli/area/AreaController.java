package org.linli.area;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.shared.DivisionCode;
import org.linli.shared.DivisionCode.Level;
import org.linli.shared.Point;
import org.linli.shared.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Divisions, units and outlines for whoever is signed in; they are no secret, so no permission word is asked. */
@RestController
@RequestMapping("/api/area")
class AreaController {

    private static final String TOP = "15";

    private final LoadedAreas areas;

    AreaController(LoadedAreas areas) {
        this.areas = areas;
    }

    /** A place: the divisions around it from the district down, none outside the district, and the station that serves it. */
    record PlaceView(List<DivisionView> divisions, @Nullable UnitView station) {}

    @GetMapping("/divisions")
    List<DivisionView> listDivisions(@RequestParam(defaultValue = TOP) String within) {
        return areas.within(areas.requireDivision(within).code()).stream()
                .map(division -> DivisionView.of(division, areas))
                .toList();
    }

    /** A division with those around it, the largest first. */
    @GetMapping("/divisions/{code}")
    PlaceView readDivision(@PathVariable String code) {
        return place(Optional.of(areas.requireDivision(code).code()));
    }

    @GetMapping("/units")
    List<UnitView> listUnits(
            @RequestParam(required = false) @Nullable String kind, @RequestParam(defaultValue = TOP) String within) {
        var whole = areas.requireDivision(within).code();
        var kinds = kind == null ? Stream.of(Unit.Kind.values()) : Stream.of(kindOf(kind));
        return kinds.flatMap(each -> areas.units(each).stream())
                .filter(unit -> whole.covers(unit.area()))
                .map(unit -> UnitView.of(unit, areas))
                .toList();
    }

    @GetMapping("/locate")
    PlaceView locatePoint(
            @RequestParam(required = false) @Nullable Double lon,
            @RequestParam(required = false) @Nullable Double lat) {
        return place(areas.locate(point(lon, lat)));
    }

    private PlaceView place(Optional<DivisionCode> found) {
        var around = found.stream()
                .flatMap(code -> Arrays.stream(Level.values())
                        .map(code::upTo)
                        .distinct()
                        .filter(each -> each.equals(code) || each.level().compareTo(Level.DISTRICT) >= 0))
                .flatMap(code -> areas.division(code).stream())
                .map(division -> DivisionView.of(division, areas))
                .toList();
        var station = found.flatMap(areas::stationServing).map(unit -> UnitView.of(unit, areas));
        return new PlaceView(around, station.orElse(null));
    }

    /** The cells inside a division. */
    @GetMapping("/cells")
    OutlinesView listCells(@RequestParam String within) {
        var whole = areas.requireDivision(within).code();
        return OutlinesView.of(areas.outlines().inside(whole, Level.GRID_CELL), areas);
    }

    /** A division's own outline, or those of what it contains at a level. */
    @GetMapping("/outlines")
    OutlinesView listOutlines(@RequestParam String within, @RequestParam(required = false) @Nullable Level level) {
        var whole = areas.requireDivision(within).code();
        if (level != null) {
            return OutlinesView.of(areas.outlines().inside(whole, level), areas);
        }
        var own = new TreeMap<DivisionCode, Outline>();
        areas.outlines().of(whole).ifPresent(outline -> own.put(whole, outline));
        return OutlinesView.of(own, areas);
    }

    private static Unit.Kind kindOf(String kind) {
        return Arrays.stream(Unit.Kind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> Refusal.ofField("kind", AreaReason.UNKNOWN_UNIT_KIND, kind));
    }

    private static Point point(@Nullable Double lon, @Nullable Double lat) {
        if (lon == null || lat == null || !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
            throw Refusal.because(AreaReason.NOT_A_PLACE);
        }
        return new Point(lon, lat);
    }
}
