package org.linli.counter.hall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.area.UnitCode;
import org.linli.counter.catalogue.ItemUse;
import org.springframework.stereotype.Component;

/** How often items were done in the last month, counted anew every ten minutes. */
@Component
class RecentUse implements ItemUse {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final HallQueries queries;
    private final Clock clock;
    private final Map<UnitCode, Counted> counted = new ConcurrentHashMap<>();

    RecentUse(HallQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    private record Counted(Instant at, Map<String, Long> uses) {}

    @Override
    public Map<String, Long> uses(UnitCode station) {
        var now = clock.instant();
        return counted.compute(
                        station,
                        (key, known) -> known != null && known.at().plus(FRESH).isAfter(now)
                                ? known
                                : new Counted(now, queries.uses(station.value(), now.minus(MONTH))))
                .uses();
    }
}
