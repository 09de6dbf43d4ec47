package org.linli.casework.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.linli.casework.clock.Calendars.at;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.casework.Term;
import org.linli.casework.procedure.Procedure.PauseReason;

class ReminderPlanTests {

    private final Terms terms = new Terms(Calendars.shipped());
    private final ReminderPlan plan = new ReminderPlan(terms);
    private final ClockState clock = terms.start(new Term(5, Term.Unit.WORKING_DAYS), at("2026-03-02T09:00"));

    @Test
    void climbsTheLadder() {
        assertThat(plan.planned(clock, Ladders.USUAL))
                .extracting(planned -> planned.reminder().code(), ReminderPlan.Planned::at)
                .containsExactly(
                        tuple("half", at("2026-03-05T14:30")),
                        tuple("near", at("2026-03-09T08:30")),
                        tuple("late", at("2026-03-09T18:00")),
                        tuple("very-late", at("2026-03-12T18:00")));
    }

    @Test
    void leavesOutWhatWasSent() {
        assertThat(plan.next(clock, Ladders.USUAL, Set.of("half", "near")))
                .map(planned -> planned.reminder().code())
                .contains("late");
    }

    @Test
    void movesWithAPauseAndIsSilentDuringIt() {
        var paused = terms.pause(clock, at("2026-03-03T10:00"), PauseReason.PUBLIC_NOTICE);
        assertThat(plan.next(paused, Ladders.USUAL, Set.of())).isEmpty();
        var resumed = terms.resume(paused, at("2026-03-10T10:00"));
        assertThat(plan.next(resumed, Ladders.USUAL, Set.of()))
                .map(ReminderPlan.Planned::at)
                .contains(at("2026-03-13T14:30"));
    }
}
