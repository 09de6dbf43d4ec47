package org.linli.counter.hall;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.area.Areas;
import org.linli.area.Unit;
import org.linli.area.UnitCode;
import org.linli.shared.Names;
import org.springframework.stereotype.Service;

/**
 * How long a wait will be, and whether another station is quicker with the way there counted. The wait is the number of
 * people ahead times the station's mean handling time, shared by its open windows; the way is the straight line
 * between the stations' sub-districts, lengthened by the usual detour, at walking pace.
 */
@Service
class Waiting {

    /** Handling time where nothing was measured yet: the promised quarter of an hour, less the walk to the window. */
    static final int USUAL_SECONDS = 600;

    static final double DETOUR = 1.3;
    static final double METRES_A_MINUTE = 75;
    /** Nobody is sent away for less. */
    static final int WORTH_MINUTES = 10;

    private final WaitingQueries queries;
    private final Areas areas;

    Waiting(WaitingQueries queries, Areas areas) {
        this.queries = queries;
        this.areas = areas;
    }

    /** An estimate with what it was made of. */
    record Estimate(
            int ahead,
            int openWindows,
            int handlingSeconds,
            @Nullable Integer minutes) {}

    /** Another station that is quicker: its wait and the way there together, against the wait here. */
    record Suggestion(String station, Names names, int waitMinutes, int walkMinutes, int savedMinutes, int metres) {}

    Estimate at(String station) {
        return estimate(queries.load(station));
    }

    static Estimate estimate(WaitingQueries.Load load) {
        var seconds = load.handlingSeconds() == null ? USUAL_SECONDS : (int) Math.round(load.handlingSeconds());
        var minutes = load.openWindows() == 0
                ? null
                : (int) Math.ceil(load.waiting() * (double) seconds / load.openWindows() / 60);
        return new Estimate(load.waiting(), load.openWindows(), seconds, minutes);
    }

    /** At most two stations that spare at least ten minutes, the quickest first; none when nobody waits long here. */
    List<Suggestion> quickerThan(String station) {
        return quickerThan(station, at(station));
    }

    List<Suggestion> quickerThan(String station, Estimate here) {
        var minutes = here.minutes();
        if (minutes == null || minutes < WORTH_MINUTES) {
            return List.of();
        }
        return queries.place(station)
                .map(origin -> quickerThan(station, minutes, origin))
                .orElse(List.of());
    }

    private List<Suggestion> quickerThan(String station, int minutes, WaitingQueries.Place origin) {
        return queries.loads().stream()
                .filter(load -> !load.station().equals(station))
                .flatMap(load -> suggestion(minutes, origin, load).stream())
                .filter(suggestion -> suggestion.savedMinutes() >= WORTH_MINUTES)
                .sorted(Comparator.comparingInt(Suggestion::savedMinutes).reversed())
                .limit(2)
                .toList();
    }

    private Optional<Suggestion> suggestion(int here, WaitingQueries.Place origin, WaitingQueries.Load load) {
        var minutes = estimate(load).minutes();
        var unit = areas.unit(UnitCode.of(load.station())).filter(found -> found.kind() == Unit.Kind.STATION);
        var place = queries.place(load.station());
        if (minutes == null || unit.isEmpty() || place.isEmpty()) {
            return Optional.empty();
        }
        var metres = (int) Math.round(origin.metresTo(place.get()) * DETOUR);
        var walk = (int) Math.ceil(metres / METRES_A_MINUTE);
        return Optional.of(
                new Suggestion(load.station(), unit.get().names(), minutes, walk, here - minutes - walk, metres));
    }
}
