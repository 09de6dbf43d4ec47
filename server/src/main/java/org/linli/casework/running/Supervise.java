package org.linli.casework.running;

import java.util.List;
import org.linli.access.Acting;
import org.linli.casework.CaseworkReason;
import org.linli.casework.Term;
import org.linli.casework.clock.WorkingCalendars;
import org.linli.casework.procedure.Procedure;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Supervise (督办): orders the unit to answer, in three working days for yellow, two for orange and one for red. */
@Component
class Supervise implements BuiltIn {

    /** How serious it is. */
    enum Colour {
        YELLOW(3),
        ORANGE(2),
        RED(1);

        private final int days;

        Colour(int days) {
            this.days = days;
        }
    }

    private final SupervisionRows rows;
    private final WorkingCalendars calendars;
    private final Telling telling;

    Supervise(SupervisionRows rows, WorkingCalendars calendars, Telling telling) {
        this.rows = rows;
        this.calendars = calendars;
        this.telling = telling;
    }

    @Override
    public String code() {
        return "supervise";
    }

    @Override
    public List<String> needs() {
        return List.of("colour", Inputs.NOTE);
    }

    @Override
    public boolean offers(Acting by, CaseFile file, Procedure procedure) {
        return by.may(CaseworkWords.SUPERVISE) && by.area().covers(file.area());
    }

    @Override
    public void work(Draft draft) {
        var colour = Inputs.oneOf(draft, "colour", Colour.class);
        Inputs.note(draft);
        if (draft.file.marks().supervision() != null) {
            throw Refusal.because(CaseworkReason.SUPERVISED_ALREADY);
        }
        var answerBy = calendars
                .terms()
                .deadline(draft.now, new Term(colour.days, Term.Unit.WORKING_DAYS))
                .at();
        draft.then(next -> {
            rows.order(next, colour.name(), draft.by, draft.now, answerBy);
            telling.whoeverHasIt(next, draft.procedure, "supervised", colour == Colour.RED);
        });
    }
}
