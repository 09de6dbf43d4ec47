package org.linli.grid.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.linli.access.Acting;
import org.linli.shared.DivisionCode;
import org.springframework.stereotype.Component;

/** Somebody's own visits in figures. */
@Component
public class OwnVisits {

    private final PlanQueries plans;
    private final Clock clock;

    OwnVisits(PlanQueries plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    /** Of what was due in the cells, how much is done; and how many visits the person made. */
    public record Figures(int planned, int done, int overdue, int made) {}

    public Figures of(Acting by, List<DivisionCode> cells, LocalDate from, LocalDate until) {
        return plans.own(
                by.account().value(),
                cells.stream().map(DivisionCode::value).toList(),
                from,
                until,
                LocalDate.now(clock));
    }
}
