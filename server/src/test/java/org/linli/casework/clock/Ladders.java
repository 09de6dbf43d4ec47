package org.linli.casework.clock;

import java.util.List;
import java.util.Set;
import org.linli.casework.Term;
import org.linli.casework.procedure.Procedure.Reminder;
import org.linli.casework.procedure.Procedure.When;

/** Reminder ladders for tests. */
final class Ladders {

    static final List<Reminder> USUAL = List.of(
            new Reminder("half", new When.Share(50), Set.of("assignee"), false),
            new Reminder("near", new When.Before(new Term(1, Term.Unit.WORKING_DAYS)), Set.of("assignee"), false),
            new Reminder("late", new When.Share(100), Set.of("station-head"), false),
            new Reminder(
                    "very-late",
                    new When.After(new Term(3, Term.Unit.WORKING_DAYS)),
                    Set.of("district-supervisor"),
                    true));

    private Ladders() {}
}
