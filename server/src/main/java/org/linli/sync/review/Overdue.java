package org.linli.sync.review;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Conflicts that have waited for five working days are marked and told of. Working days are Mondays to Fridays: the calendar
 * of holidays lies with casework, on a floor above, and a reminder that comes some days early does no harm.
 */
@Service
class Overdue {

    private static final int WORKING_DAYS = 5;
    private static final int AT_A_TIME = 200;
    private static final Set<DayOfWeek> REST = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final ConflictRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Overdue(ConflictRows rows, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /** @return how many were marked; call again while it is not zero */
    @Transactional
    int escalate() {
        var overdue = rows.escalate(before(), clock.instant(), AT_A_TIME);
        overdue.forEach(events::publishEvent);
        return overdue.size();
    }

    private Instant before() {
        var moment = ZonedDateTime.now(clock);
        for (var left = WORKING_DAYS; left > 0; ) {
            moment = moment.minusDays(1);
            left -= REST.contains(moment.getDayOfWeek()) ? 0 : 1;
        }
        return moment.toInstant();
    }
}
