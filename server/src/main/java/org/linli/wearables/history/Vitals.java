package org.linli.wearables.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.linli.access.Acting;
import org.linli.wearables.VitalKind;
import org.linli.wearables.history.VitalQueries.Latest;
import org.linli.wearables.history.VitalQueries.Values;
import org.springframework.stereotype.Service;

/** Shows what a device measured (体征), a month at most at a time. */
@Service
class Vitals {

    private static final Duration LONGEST = Duration.ofDays(31);

    /** More is put together: a screen has no more pixels beside each other. */
    private static final int MOST_EACH = 2_000;

    /** About as many as there are then. */
    private static final int TOGETHER = 720;

    private final VitalQueries queries;
    private final Looks looks;
    private final Clock clock;

    Vitals(VitalQueries queries, Looks looks, Clock clock) {
        this.queries = queries;
        this.looks = looks;
        this.clock = clock;
    }

    /**
     * What was measured of one kind.
     *
     * @param whileLong how long the whiles are that values were put together by; zero when each stands by itself
     */
    record Course(Duration whileLong, List<Values> values) {}

    Course course(Acting by, int device, VitalKind kind, Span span) {
        looks.note(by, Kept.VITALS, device, span);
        var each = queries.each(device, kind, span, MOST_EACH + 1);
        if (each.size() <= MOST_EACH) {
            return new Course(Duration.ZERO, each);
        }
        var whileLong =
                Duration.ofMinutes(1 + Duration.between(span.from(), span.to()).toMinutes() / TOGETHER);
        return new Course(whileLong, queries.together(device, kind, span, whileLong));
    }

    List<Latest> latest(Acting by, int device) {
        looks.note(by, Kept.VITALS, device, Span.until(Span.dayOf(clock.instant()), 1));
        return queries.latest(device);
    }

    static Span span(Instant from, Instant to) {
        return Span.of(from, to, LONGEST);
    }
}
