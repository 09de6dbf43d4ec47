package org.linli.casework.rehearsal;

import org.linli.shared.Refusal;

/** Why nothing is rehearsed. */
enum RehearsalReason implements Refusal.Reason {
    REHEARSAL_CHANGES_NOTHING(Refusal.Kind.INVALID),
    REHEARSAL_TOO_LONG(Refusal.Kind.INVALID),
    REHEARSAL_FAULTY_SOURCE(Refusal.Kind.INVALID),
    REHEARSAL_OTHER_PROCEDURE(Refusal.Kind.INVALID);

    private final Refusal.Kind kind;

    RehearsalReason(Refusal.Kind kind) {
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
