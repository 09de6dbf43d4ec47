package org.linli.casework.running;

import org.linli.access.Acting;
import org.linli.casework.procedure.Procedure;

/**
 * An action every case knows and no procedure states (通用操作), such as claiming or urging. Each is one small class that
 * says who may take it and works it out on the draft.
 */
interface BuiltIn {

    /** Its word in {@link org.linli.casework.ActOnCase#action()}; its name is the message {@code casework.action.<code>}. */
    String code();

    /** Whether this posting may take it on the case as it stands; the case page offers it then. */
    boolean offers(Acting by, CaseFile file, Procedure procedure);

    /** Inputs it must have, by name; the case page asks for them. */
    default java.util.List<String> needs() {
        return java.util.List.of();
    }

    /** Whether it can still be done to a case that has ended. */
    default boolean afterEnd() {
        return false;
    }

    /** @throws org.linli.shared.Refusal when the input does not do */
    void work(Draft draft);
}
