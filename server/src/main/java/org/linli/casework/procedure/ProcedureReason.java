package org.linli.casework.procedure;

import org.linli.shared.Refusal;

/** Why a procedure is not published or found. */
enum ProcedureReason implements Refusal.Reason {
    NO_SUCH_PROCEDURE(Refusal.Kind.MISSING),
    NO_SUCH_PROCEDURE_VERSION(Refusal.Kind.MISSING),
    PROCEDURE_VERSION_NOT_NEWER(Refusal.Kind.CONFLICT),
    PROCEDURE_NOTE_NEEDED(Refusal.Kind.INVALID);

    private final Refusal.Kind kind;

    ProcedureReason(Refusal.Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "casework";
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }
}
