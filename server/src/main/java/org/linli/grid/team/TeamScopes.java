package org.linli.grid.team;

import java.time.Clock;
import java.time.LocalDate;
import org.linli.access.Acting;
import org.linli.shared.DivisionCode;
import org.linli.sync.Assignments;
import org.linli.sync.Assignments.Mode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What phones hold follows the teams: whoever is in a cell's team today holds the cell. */
@Component
class TeamScopes {

    private static final Acting HOUSE = Acting.system("grid");

    private final MemberRows rows;
    private final Assignments assignments;
    private final Clock clock;

    TeamScopes(MemberRows rows, Assignments assignments, Clock clock) {
        this.rows = rows;
        this.assignments = assignments;
        this.clock = clock;
    }

    static String scopeOf(DivisionCode cell) {
        return "grid:" + cell;
    }

    @Transactional
    void follow(MemberRows.Hold hold, Acting by) {
        var scope = scopeOf(hold.cell());
        var holds = assignments.of(hold.account()).stream()
                .anyMatch(one -> one.scope().equals(scope) && one.until().isEmpty());
        var should = rows.isInForce(hold, LocalDate.now(clock));
        if (should && !holds) {
            assignments.assign(hold.account(), scope, Mode.READ_WRITE, clock.instant(), by);
        } else if (!should && holds) {
            assignments.end(hold.account(), scope, clock.instant(), by);
        }
    }

    /** Teams that begin or end with the day; a few days back, should a night have been missed. */
    void followToday() {
        var today = LocalDate.now(clock);
        rows.changedSince(today.minusDays(7), today).forEach(hold -> follow(hold, HOUSE));
    }
}
