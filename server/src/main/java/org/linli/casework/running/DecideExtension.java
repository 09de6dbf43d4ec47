package org.linli.casework.running;

import java.util.List;
import java.util.Map;
import org.linli.access.Acting;
import org.linli.casework.CaseworkReason;
import org.linli.casework.Term;
import org.linli.casework.procedure.Procedure;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Decision on an extension (延期审批), by a head or a supervisor who did not ask for it. */
abstract sealed class DecideExtension implements BuiltIn {

    /** Approve (批准延期): both terms grow. */
    @Component
    static final class Approve extends DecideExtension {

        Approve(ExtensionRows rows) {
            super(rows, "approve-extension", true);
        }
    }

    /** Refuse (不准延期): the terms stay. */
    @Component
    static final class Refuse extends DecideExtension {

        Refuse(ExtensionRows rows) {
            super(rows, "refuse-extension", false);
        }
    }

    private final ExtensionRows rows;
    private final String code;
    private final boolean granted;

    private DecideExtension(ExtensionRows rows, String code, boolean granted) {
        this.rows = rows;
        this.code = code;
        this.granted = granted;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public List<String> needs() {
        return List.of(Inputs.NOTE);
    }

    @Override
    public boolean offers(Acting by, CaseFile file, Procedure procedure) {
        return ExtensionRows.ASKED.equals(file.marks().extension()) && Standings.above(by, file);
    }

    /** The applicant is told why, with the former and the new end of the term. */
    private static void grant(Draft draft, Term term) {
        if (!draft.clocks().isRunning()) {
            throw Refusal.because(CaseworkReason.EXTENSION_WHILE_PAUSED);
        }
        AskForExtension.requireRunningTerm(draft);
        draft.extend(term);
        var extended = draft.procedure.extended();
        draft.does(extended.does(), extended.options());
        draft.does(List.of(), Map.of("amount", Integer.toString(term.amount())));
    }

    @Override
    public void work(Draft draft) {
        Inputs.note(draft);
        var asked = rows.asked(draft.file.id());
        if (asked.by().equals(draft.by.account().value())) {
            throw Refusal.because(CaseworkReason.SAME_PERSON);
        }
        if (granted) {
            grant(draft, asked.term());
        }
        draft.then(next -> rows.decide(next.id(), granted, draft.now));
    }
}
