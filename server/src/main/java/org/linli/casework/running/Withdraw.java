package org.linli.casework.running;

import java.util.Set;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.casework.CaseworkReason;
import org.linli.casework.procedure.Procedure;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * Withdraw (撤回): the actor takes the last action back before anybody else has opened the case. An action that made a
 * paper or sent something out cannot be taken back.
 */
@Component
class Withdraw implements BuiltIn {

    private static final Set<String> REVERSIBLE = Set.of("claim", "release", "hand-over", "return");

    private final TimelineRows timeline;

    Withdraw(TimelineRows timeline) {
        this.timeline = timeline;
    }

    @Override
    public String code() {
        return "withdraw";
    }

    @Override
    public boolean offers(Acting by, CaseFile file, Procedure procedure) {
        var now = file.now();
        return !by.isSystem()
                && now.revision() > 1
                && now.lastActor().equals(by.account().value())
                && now.seen() < now.revision();
    }

    @Override
    public void work(Draft draft) {
        var entries = timeline.of(draft.file.id());
        var last = entries.getLast();
        var before = entries.get(entries.size() - 2);
        var isReversible = draft.procedure
                .action(last.action())
                .map(action -> action.does().isEmpty())
                .orElse(REVERSIBLE.contains(last.action()));
        if (!isReversible || draft.hold() != before.hold()) {
            throw Refusal.because(CaseworkReason.CANNOT_BE_WITHDRAWN);
        }
        if (!before.to().equals(draft.state())) {
            draft.moveBackTo(before.to(), timeline.lastPauseReason(draft.file.id()));
        }
        draft.giveTo(UnitCode.of(before.unit()), before.assignee());
    }
}
