package org.linli.counter.department;

import org.linli.shared.Refusal;

/** Why the department lines refuse. */
enum LineReason implements Refusal.Reason {
    UNKNOWN_LINE(Refusal.Kind.MISSING),
    LINE_UNSIGNED(Refusal.Kind.UNAUTHENTICATED),
    LINE_CLOCK_SKEW(Refusal.Kind.UNAUTHENTICATED),
    LINE_REPLAYED(Refusal.Kind.CONFLICT),
    LINE_MALFORMED(Refusal.Kind.INVALID),
    LINE_ANSWER_CHANGED(Refusal.Kind.CONFLICT),
    LINE_DOWN(Refusal.Kind.UNAVAILABLE),
    UNKNOWN_LINE_MESSAGE(Refusal.Kind.MISSING),
    UNKNOWN_LINE_ANSWER(Refusal.Kind.MISSING),
    NO_RECONCILIATION(Refusal.Kind.MISSING);

    private final Refusal.Kind kind;

    LineReason(Refusal.Kind kind) {
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
