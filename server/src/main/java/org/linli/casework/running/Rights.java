package org.linli.casework.running;

import java.util.Set;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.casework.CaseworkReason;
import org.linli.casework.procedure.Procedure;
import org.linli.casework.procedure.Procedure.Action;
import org.linli.casework.procedure.Procedure.Scope;
import org.linli.shared.Refusal;

/** Who may take an action (权限): a role named by it, standing in all its scopes towards the case. */
final class Rights {

    private Rights() {}

    static boolean may(Acting by, Action action, CaseFile file) {
        return may(by, action, file, file.now().unit(), file.now().handlers());
    }

    /** Whether the posting could take any action of a state, were the case to lie there. */
    static boolean mayGoOn(
            Acting by, Procedure procedure, CaseFile file, String state, UnitCode unit, Set<UUID> handlers) {
        return procedure.actions().stream()
                .filter(action -> action.from().contains(state))
                .anyMatch(action -> may(by, action, file, unit, handlers));
    }

    /** Whether the posting could take some action on the case somewhere on its way, were it to hold it. */
    static boolean mayHold(Acting by, Procedure procedure, CaseFile file, UnitCode unit) {
        return procedure.actions().stream()
                .filter(action -> action.who().roles().contains(by.role()))
                .anyMatch(action -> action.who().scopes().stream()
                        .filter(scope -> scope != Scope.ASSIGNEE && scope != Scope.NOT_THE_HANDLER)
                        .allMatch(scope -> stands(by, scope, file, unit, Set.of())));
    }

    static void require(Acting by, Action action, CaseFile file) {
        if (may(by, action, file)) {
            return;
        }
        var scopes = action.who().scopes();
        if (action.who().roles().contains(by.role())
                && scopes.contains(Scope.NOT_THE_HANDLER)
                && file.now().handlers().contains(by.account().value())) {
            throw Refusal.because(CaseworkReason.HANDLER_CANNOT_VERIFY);
        }
        throw Refusal.because(CaseworkReason.NOT_YOURS_TO_TAKE, action.names());
    }

    private static boolean may(Acting by, Action action, CaseFile file, UnitCode unit, Set<UUID> handlers) {
        return action.who().roles().contains(by.role())
                && (by.isSystem()
                        || action.who().scopes().stream().allMatch(scope -> stands(by, scope, file, unit, handlers)));
    }

    private static boolean stands(Acting by, Scope scope, CaseFile file, UnitCode unit, Set<UUID> handlers) {
        return switch (scope) {
            case ASSIGNEE -> file.heldBy(by.posting());
            case UNIT -> by.unit().equals(unit);
            case STATION -> by.unit().equals(file.station());
            case AREA -> by.area().covers(file.area());
            case HOME_UNIT -> by.homeUnit().filter(unit::equals).isPresent();
            case NOT_THE_HANDLER -> !handlers.contains(by.account().value());
        };
    }
}
