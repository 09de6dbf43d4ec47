package org.linli.registry.figure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.privacy.Masking;
import org.linli.registry.listing.Cursor;
import org.linli.registry.listing.MaskedPerson;
import org.linli.registry.listing.PlaceNames;
import org.linli.shared.DivisionCode;
import org.linli.shared.DivisionCode.Level;
import org.linli.shared.Names;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures of an area, the residents each of them counts, and its dwellings for the map. */
@RestController
@RequestMapping("/api/registry/areas/{code}")
class AreaFiguresController {

    private static final int RESIDENT_KEY = 3;

    private final AreaFigures figures;
    private final PlaceNames places;
    private final Areas areas;
    private final Clock clock;

    AreaFiguresController(AreaFigures figures, PlaceNames places, Areas areas, Clock clock) {
        this.figures = figures;
        this.places = places;
        this.areas = areas;
        this.clock = clock;
    }

    record ResidentFigureView(ResidentGroup group, long count) {}

    /** How many there are of a kind or a use. */
    record KindFigureView(String kind, long count) {}

    /** Figures of an area as they were counted. */
    record AreaFiguresView(
            DivisionCode area,
            Names names,
            Instant countedAt,
            List<ResidentFigureView> residents,
            List<KindFigureView> dwellings,
            List<KindFigureView> households,
            List<KindFigureView> organisations,
            List<KindFigureView> places) {}

    /** Somebody a figure counts; name and address masked. */
    record AreaResidentView(
            UUID residence,
            MaskedPerson person,
            String kind,
            UUID dwelling,
            String address,
            DivisionCode division,
            Names divisionNames) {}

    record AreaResidentPageView(
            List<AreaResidentView> items, @Nullable String next) {}

    record DwellingCountView(DivisionCode division, long dwellings) {}

    /** Dwellings on one point; {@code id} is the dwelling where there is only one. */
    record DwellingSpotView(
            @Nullable UUID id, double lon, double lat, long dwellings, String use, String compound, String building) {}

    record SpotDwellingView(UUID id, String address, String use) {}

    @GetMapping("/figures")
    AreaFiguresView readAreaFigures(Acting by, @PathVariable String code) {
        var place = areas.requireDivision(code).code();
        var counted = figures.figures(by, place);
        return new AreaFiguresView(
                place,
                places.of(place),
                counted.at(),
                counted.residents().entrySet().stream()
                        .map(entry -> new ResidentFigureView(entry.getKey(), entry.getValue()))
                        .toList(),
                kinds(counted.dwellings()),
                kinds(counted.households()),
                kinds(counted.organisations()),
                kinds(counted.places()));
    }

    @GetMapping("/residents")
    AreaResidentPageView listAreaResidents(
            Acting by,
            @PathVariable String code,
            @RequestParam(defaultValue = "LIVING_HERE") ResidentGroup group,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        var place = areas.requireDivision(code).code();
        var page = figures.residents(by, place, group, Cursor.read(after, RESIDENT_KEY), Cursor.limit(limit))
                .map(this::resident);
        return new AreaResidentPageView(page.items(), page.next().orElse(null));
    }

    @GetMapping("/dwelling-counts")
    List<DwellingCountView> countDwellings(Acting by, @PathVariable String code, @RequestParam Level level) {
        var place = areas.requireDivision(code).code();
        return figures.dwellingsBy(by, place, level).entrySet().stream()
                .map(entry -> new DwellingCountView(DivisionCode.of(entry.getKey()), entry.getValue()))
                .toList();
    }

    @GetMapping("/dwelling-points")
    List<DwellingSpotView> listDwellingPoints(Acting by, @PathVariable String code) {
        var place = areas.requireDivision(code).code();
        return figures.spots(by, place).stream()
                .map(spot -> new DwellingSpotView(
                        spot.dwellings() == 1 ? spot.id() : null,
                        spot.lon(),
                        spot.lat(),
                        spot.dwellings(),
                        spot.use(),
                        spot.compound(),
                        spot.building()))
                .toList();
    }

    /** The dwellings of one of the points, by their addresses. */
    @GetMapping("/dwelling-points/dwellings")
    List<SpotDwellingView> listDwellingsAtPoint(
            Acting by, @PathVariable String code, @RequestParam double lon, @RequestParam double lat) {
        var place = areas.requireDivision(code).code();
        return figures.behind(by, place, lon, lat).stream()
                .map(one -> new SpotDwellingView(one.id(), one.address(), one.use()))
                .toList();
    }

    private static List<KindFigureView> kinds(Map<String, Long> counted) {
        return counted.entrySet().stream()
                .map(entry -> new KindFigureView(entry.getKey(), entry.getValue()))
                .toList();
    }

    private AreaResidentView resident(FigureQueries.Resident row) {
        return new AreaResidentView(
                row.residence(),
                MaskedPerson.of(
                        row.person(), row.name(), row.sex(), row.birth(), row.restricted(), LocalDate.now(clock)),
                row.kind(),
                row.dwelling(),
                Masking.address(row.address()),
                row.division(),
                places.of(row.division()));
    }
}
