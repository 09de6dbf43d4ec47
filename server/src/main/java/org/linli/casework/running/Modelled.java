package org.linli.casework.running;

import org.linli.access.Acting;
import org.linli.casework.CaseworkReason;
import org.linli.casework.procedure.Procedure.Action;
import org.linli.casework.procedure.Procedure.Need;
import org.linli.casework.procedure.Procedure.Scope;
import org.linli.casework.procedure.Procedure.Turn;
import org.linli.shared.Refusal;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Actions that a procedure states: checked against its words, then worked out on the draft. */
final class Modelled {

    private Modelled() {}

    static void work(Draft draft, Action action, CaseRows rows, Receipts receipts) {
        var file = draft.file;
        if (!action.from().contains(file.now().state())) {
            throw Refusal.because(
                    CaseworkReason.NOT_IN_THIS_STATE,
                    action.names(),
                    draft.from().names());
        }
        Rights.require(draft.by, action, file);
        if (!action.to().isEmpty()) {
            requireFree(file);
        }
        action.needs().forEach(need -> require(need, draft));
        if (action.once() && rows.happened(file.id(), action.code())) {
            throw Refusal.because(CaseworkReason.ONLY_ONCE, action.names());
        }
        requireInTime(draft, action, receipts);
        draft.does(action.does(), action.options());
        if (action.to().isEmpty()) {
            return;
        }
        var target = action.target(file.facts(), draft.command.input())
                .orElseThrow(() -> Refusal.because(CaseworkReason.NO_RULE_HOLDS, action.names()));
        if (Receipts.followsFromReceipt(action, file, draft.procedure)) {
            draft.countFrom(receipts.of(file, draft.procedure));
        }
        draft.moveTo(target);
        if (!action.who().scopes().contains(Scope.NOT_THE_HANDLER)) {
            draft.handled();
        }
        if (!draft.ends()) {
            pass(draft, target);
        }
    }

    private static void requireInTime(Draft draft, Action action, Receipts receipts) {
        if (Receipts.isTooEarly(action, draft.file, draft.procedure, draft.now)) {
            throw Refusal.because(
                    CaseworkReason.TERM_NOT_OVER,
                    action.names(),
                    Moments.day(draft.file.now().timeoutAt()).toString());
        }
        if (!receipts.isInTime(action, draft.file, draft.procedure, draft.now)) {
            var end = receipts.endOf(action.within().orElseThrow(), draft.file, draft.procedure);
            throw Refusal.because(
                    CaseworkReason.TERM_OF_RECEIPT_OVER,
                    action.names(),
                    Moments.day(end).toString());
        }
    }

    static void requireFree(CaseFile file) {
        var hold = file.now().hold();
        if (hold != null) {
            throw Refusal.because(CaseworkReason.ON_HOLD, new DefaultMessageSourceResolvable(hold.key()));
        }
    }

    /**
     * Who has it next: the posting that was named, else the pool of the unit that was; the station again when it is the
     * window's turn; and it goes back to the unit's pool when whoever held it has nothing left to do.
     */
    private static void pass(Draft draft, String target) {
        var file = draft.file;
        var named = draft.command.input().get("unit");
        var unit = named != null
                ? Inputs.unit(named, "unit")
                : draft.procedure.state(target).turn() == Turn.WINDOW ? file.station() : draft.unit();
        if (Inputs.maybe(draft, "posting").isPresent()) {
            draft.giveTo(unit, Inputs.uuid(draft, "posting"));
        } else if (named != null || !unit.equals(file.now().unit())) {
            draft.giveTo(unit, null);
        } else if (file.heldBy(draft.by.posting()) && !goesOn(draft.by, draft, target)) {
            draft.giveTo(unit, null);
        }
    }

    private static boolean goesOn(Acting by, Draft draft, String target) {
        return Rights.mayGoOn(by, draft.procedure, draft.file, target, draft.unit(), draft.handlers());
    }

    private static void require(Need need, Draft draft) {
        switch (need) {
            case NOTE -> Inputs.note(draft);
            case PHOTO, MATERIAL -> Inputs.texts(draft, "files");
            case DECISION -> Inputs.some(draft, "decision");
            case POSITION -> Inputs.some(draft, "position");
            case SECOND_PERSON -> {
                var second = Inputs.uuid(draft, "secondPerson");
                if (draft.by.posting().value().equals(second)) {
                    throw Refusal.ofField("secondPerson", CaseworkReason.SAME_PERSON);
                }
            }
        }
    }
}
