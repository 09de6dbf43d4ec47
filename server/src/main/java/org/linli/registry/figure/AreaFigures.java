package org.linli.registry.figure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.registry.RegistryReason;
import org.linli.registry.dwelling.Dwellings;
import org.linli.registry.listing.Cursor;
import org.linli.shared.DivisionCode;
import org.linli.shared.DivisionCode.Level;
import org.linli.shared.Page;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts an area. What takes long to count, as a whole district does, is counted at most every ten minutes, and says
 * when; everything else is counted when it is asked for.
 */
@Service
class AreaFigures {

    static final String READ = "registry.figures.read";

    /** Figures of an area, with the moment they were counted. */
    record Counted(
            Instant at,
            Map<ResidentGroup, Long> residents,
            Map<String, Long> dwellings,
            Map<String, Long> households,
            Map<String, Long> organisations,
            Map<String, Long> places) {}

    private static final Duration SLOW = Duration.ofMillis(300);
    private static final Duration KEPT = Duration.ofMinutes(10);

    /** A community has a few thousand dwellings. */
    private static final int MOST_BEHIND = 500;

    private static final int MOST_DOTS = 20_000;

    private final FigureQueries queries;
    private final Areas areas;
    private final AuditTrail audit;
    private final Clock clock;
    private final Map<DivisionCode, Counted> kept = new ConcurrentHashMap<>();

    AreaFigures(FigureQueries queries, Areas areas, AuditTrail audit, Clock clock) {
        this.queries = queries;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Counted figures(Acting by, DivisionCode place) {
        by.require(READ, place);
        areas.requireDivision(place);
        var now = clock.instant();
        var known = kept.get(place);
        if (known != null && known.at().plus(KEPT).isAfter(now)) {
            return known;
        }
        var began = System.nanoTime();
        var counted = new Counted(
                now,
                queries.residents(place, LocalDate.now(clock)),
                queries.dwellings(place),
                queries.households(place),
                queries.organisations(place),
                queries.places(place));
        if (System.nanoTime() - began > SLOW.toNanos()) {
            kept.put(place, counted);
        } else {
            kept.remove(place);
        }
        return counted;
    }

    @Transactional
    Page<FigureQueries.Resident> residents(
            Acting by, DivisionCode place, ResidentGroup group, Optional<Cursor> after, int limit) {
        by.require(Dwellings.READ, place);
        areas.requireDivision(place);
        audit.note(by, Dwellings.READ, "area:" + place, Map.of("list", group.name()));
        return queries.list(place, group, LocalDate.now(clock), after, limit);
    }

    /** How many dwellings lie in each part of an area, at a level below it. */
    @Transactional(readOnly = true)
    Map<String, Long> dwellingsBy(Acting by, DivisionCode place, Level level) {
        by.require(Dwellings.READ, place);
        areas.requireDivision(place);
        var digits = switch (level) {
            case PROVINCE -> 2;
            case CITY -> 4;
            case DISTRICT -> 6;
            case SUB_DISTRICT -> 9;
            case COMMUNITY -> 12;
            case GRID_CELL -> 15;
        };
        return queries.dwellingsBy(place, digits);
    }

    /** The dwellings of a community or a cell by the points they stand on; of more there would be too many to draw. */
    @Transactional(readOnly = true)
    List<FigureQueries.Spot> spots(Acting by, DivisionCode place) {
        requireNear(by, place);
        return queries.spots(place, MOST_DOTS);
    }

    /** The dwellings that stand on a point of a community or a cell. */
    @Transactional(readOnly = true)
    List<FigureQueries.Behind> behind(Acting by, DivisionCode place, double lon, double lat) {
        requireNear(by, place);
        return queries.behind(place, lon, lat, MOST_BEHIND);
    }

    private void requireNear(Acting by, DivisionCode place) {
        by.require(Dwellings.READ, place);
        areas.requireDivision(place);
        if (place.level().compareTo(Level.COMMUNITY) < 0) {
            throw Refusal.because(RegistryReason.AREA_TOO_LARGE);
        }
    }
}
