package org.linli.grid.team;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the ground is covered. */
@RestController
@RequestMapping("/api/grid/coverage")
class CoverageController {

    private final Coverage coverage;
    private final Areas areas;

    CoverageController(Coverage coverage, Areas areas) {
        this.coverage = coverage;
        this.areas = areas;
    }

    /** One part of the area; a fault that is not named does not occur. A hole counts with its community. */
    record CoveragePartView(
            String place,
            Names placeNames,
            int cells,
            int households,
            int people,
            Map<CoverageFault, Integer> faults) {}

    /** One fault; {@code amount} is households, square metres, or a number of people or cells. */
    record CoverageRowView(
            CoverageFault fault,
            String place,
            Names placeNames,
            @Nullable String other,
            int amount,
            @Nullable String name,
            @Nullable Double lon,
            @Nullable Double lat) {}

    @GetMapping
    List<CoveragePartView> checkCoverage(Acting by, @RequestParam(required = false) @Nullable String area) {
        return coverage.parts(by, area(by, area)).stream()
                .map(part -> new CoveragePartView(
                        part.place().value(),
                        names(part.place()),
                        part.cells(),
                        part.households(),
                        part.people(),
                        part.faults()))
                .toList();
    }

    @GetMapping("/{fault}")
    List<CoverageRowView> listCoverageFaults(
            Acting by, @PathVariable CoverageFault fault, @RequestParam(required = false) @Nullable String area) {
        return coverage.rows(by, area(by, area), fault).stream()
                .map(found -> new CoverageRowView(
                        found.fault(),
                        found.place().value(),
                        names(found.place()),
                        found.other().map(DivisionCode::value).orElse(null),
                        found.amount(),
                        found.name().orElse(null),
                        found.lon(),
                        found.lat()))
                .toList();
    }

    private Names names(DivisionCode place) {
        return areas.division(place).map(Areas.Division::shortNames).orElse(Names.of(place.value(), place.value()));
    }

    private DivisionCode area(Acting by, @Nullable String area) {
        return area == null || area.isBlank()
                ? by.area()
                : areas.requireDivision(area).code();
    }
}
