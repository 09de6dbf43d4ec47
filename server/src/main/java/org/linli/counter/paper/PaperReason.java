package org.linli.counter.paper;

import org.linli.shared.Refusal;

/** Why a paper is not issued, withdrawn or checked. */
enum PaperReason implements Refusal.Reason {
    PAPER_KIND_UNKNOWN(Refusal.Kind.INVALID),
    PAPER_UNIT_UNKNOWN(Refusal.Kind.INVALID),
    PAPER_FIELD_MISSING(Refusal.Kind.INVALID),
    PAPER_CHARACTER(Refusal.Kind.INVALID),
    PAPER_NOT_FOUND(Refusal.Kind.MISSING),
    PAPER_ALREADY_WITHDRAWN(Refusal.Kind.CONFLICT),
    PAPER_WITHDRAWAL_REASON(Refusal.Kind.INVALID),
    PAPER_CHECK_CODE(Refusal.Kind.INVALID),
    PAPER_DIGEST(Refusal.Kind.INVALID);

    private final Refusal.Kind kind;

    PaperReason(Refusal.Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "counter";
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }
}
