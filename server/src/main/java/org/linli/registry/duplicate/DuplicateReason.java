package org.linli.registry.duplicate;

import org.linli.shared.Refusal;

/** Why a decision about two records is refused. */
enum DuplicateReason implements Refusal.Reason {
    UNKNOWN_PAIR(Refusal.Kind.MISSING),
    UNKNOWN_MERGE(Refusal.Kind.MISSING),
    SAME_RECORD(Refusal.Kind.INVALID),
    /** One of the two is voided or merged already. */
    NO_LONGER_TWO(Refusal.Kind.CONFLICT),
    DECIDED(Refusal.Kind.CONFLICT),
    /** Whoever proposes a pair does not decide it. */
    SECOND_EYES(Refusal.Kind.FORBIDDEN),
    /** Two different identity numbers are two people. */
    TWO_NUMBERS(Refusal.Kind.CONFLICT),
    UNDONE(Refusal.Kind.CONFLICT),
    /** The kept record was merged on: that merge is undone first. */
    MERGED_ON(Refusal.Kind.CONFLICT);

    private final Refusal.Kind kind;

    DuplicateReason(Refusal.Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "registry";
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }
}
