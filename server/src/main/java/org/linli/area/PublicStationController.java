package org.linli.area;

import java.util.List;
import org.linli.shared.Names;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The stations for residents, without signing in. Street addresses are not known here and so are not shown. */
@RestController
@RequestMapping("/api/public/stations")
class PublicStationController {

    private final Areas areas;
    private final AreaSettings settings;

    PublicStationController(Areas areas, AreaSettings settings) {
        this.areas = areas;
        this.settings = settings;
    }

    /**
     * A station.
     *
     * @param windows how many windows are in use
     * @param openingHours Monday to Friday, such as {@code 09:00-12:00}
     * @param openingHoursConfirmed false when the hours are only an example
     */
    record StationView(
            UnitCode code,
            Names names,
            List<DivisionView> serves,
            long windows,
            List<String> openingHours,
            boolean openingHoursConfirmed) {}

    @GetMapping
    List<StationView> listStations() {
        return areas.units(Unit.Kind.STATION).stream().map(this::view).toList();
    }

    private StationView view(Unit station) {
        return new StationView(
                station.code(),
                station.names(),
                areas.servedBy(station.code()).stream()
                        .map(code -> DivisionView.of(areas.requireDivision(code), areas))
                        .toList(),
                areas.windows(station.code()).stream()
                        .filter(Areas.Window::active)
                        .count(),
                settings.openingHours(),
                settings.openingHoursConfirmed());
    }
}
