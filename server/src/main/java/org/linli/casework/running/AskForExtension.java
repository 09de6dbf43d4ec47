package org.linli.casework.running;

import java.util.List;
import java.util.stream.Stream;
import org.linli.access.Acting;
import org.linli.casework.CaseworkReason;
import org.linli.casework.Term;
import org.linli.casework.procedure.Procedure;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Ask for an extension (申请延期): once, within what the procedure allows (Administrative Licensing Law art. 42). */
@Component
class AskForExtension implements BuiltIn {

    private final ExtensionRows rows;

    AskForExtension(ExtensionRows rows) {
        this.rows = rows;
    }

    @Override
    public String code() {
        return "extend";
    }

    @Override
    public List<String> needs() {
        return List.of("amount", Inputs.NOTE);
    }

    @Override
    public boolean offers(Acting by, CaseFile file, Procedure procedure) {
        return file.marks().extension() == null
                && procedure.extension().isPresent()
                && file.now().clocks().isRunning()
                && counts(file, procedure.extension().get())
                && Standings.inCharge(by, file);
    }

    /** A clock that counts otherwise, as that of something urgent does, cannot be extended. */
    private static boolean counts(CaseFile file, Term extension) {
        var clocks = file.now().clocks();
        return Stream.concat(clocks.promised().stream(), clocks.statutory().stream())
                .anyMatch(clock -> clock.term().unit() == extension.unit());
    }

    /** A term that has ended cannot be made longer: the law's own, or the promise where the law sets none. */
    static void requireRunningTerm(Draft draft) {
        var clocks = draft.clocks();
        var isOver = clocks.statutory()
                .or(clocks::promised)
                .filter(clock -> draft.terms().due(clock).at().isBefore(draft.now))
                .isPresent();
        if (isOver) {
            throw Refusal.because(CaseworkReason.EXTENSION_TOO_LATE);
        }
    }

    @Override
    public void work(Draft draft) {
        Inputs.note(draft);
        requireRunningTerm(draft);
        var most = draft.procedure.extension().orElseThrow();
        var amount = Inputs.number(draft, "amount");
        if (amount < 1 || amount > most.amount()) {
            throw Inputs.malformed("amount");
        }
        draft.then(next -> rows.ask(next.id(), new Term(amount, most.unit()), draft.by, draft.now));
    }
}
