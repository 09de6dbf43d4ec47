package org.linli.grid.visit;

import org.linli.shared.DivisionCode;
import org.springframework.stereotype.Component;

/** Plans and visits follow the ground and the people when cells are drawn anew. */
@Component
public class VisitMoves {

    private final PlanRows plans;
    private final GridVisitRows visits;
    private final Rounds rounds;

    VisitMoves(PlanRows plans, GridVisitRows visits, Rounds rounds) {
        this.plans = plans;
        this.visits = visits;
        this.rounds = rounds;
    }

    /** All that belonged to a cell which another took in. */
    public void moveAll(DivisionCode from, DivisionCode to) {
        plans.moveAll(from, to);
        visits.moveAll(from, to);
    }

    /** Open plans go where their targets are now. */
    public void follow(DivisionCode community) {
        rounds.follow(community);
    }
}
