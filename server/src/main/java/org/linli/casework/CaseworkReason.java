package org.linli.casework;

import org.linli.shared.Refusal;

/** Why casework refuses. */
public enum CaseworkReason implements Refusal.Reason {
    UNKNOWN_PROCEDURE(Refusal.Kind.INVALID),
    NO_SUCH_CASE(Refusal.Kind.MISSING),
    STALE_REVISION(Refusal.Kind.CONFLICT),
    REQUEST_KEY_REUSED(Refusal.Kind.CONFLICT),
    NO_SUCH_ACTION(Refusal.Kind.INVALID),
    NOT_IN_THIS_STATE(Refusal.Kind.CONFLICT),
    CASE_ENDED(Refusal.Kind.CONFLICT),
    ON_HOLD(Refusal.Kind.CONFLICT),
    NOT_YOURS_TO_TAKE(Refusal.Kind.FORBIDDEN),
    HANDLER_CANNOT_VERIFY(Refusal.Kind.FORBIDDEN),
    NOTE_NEEDED(Refusal.Kind.INVALID),
    INPUT_NEEDED(Refusal.Kind.INVALID),
    ONLY_ONCE(Refusal.Kind.CONFLICT),
    NOT_YOURS_TO_OPEN(Refusal.Kind.FORBIDDEN),
    INPUT_MALFORMED(Refusal.Kind.INVALID),
    SAME_PERSON(Refusal.Kind.INVALID),
    UNKNOWN_UNIT(Refusal.Kind.INVALID),
    CANNOT_BE_WITHDRAWN(Refusal.Kind.CONFLICT),
    SUPPLEMENT_ONCE(Refusal.Kind.CONFLICT),
    SUPERVISED_ALREADY(Refusal.Kind.CONFLICT),
    SUPERVISION_UNANSWERED(Refusal.Kind.CONFLICT),
    SIGNATURE_NOT_ASKED(Refusal.Kind.FORBIDDEN),
    CANNOT_BE_JOINED(Refusal.Kind.INVALID),
    NOT_RATEABLE(Refusal.Kind.CONFLICT),
    RATED_ALREADY(Refusal.Kind.CONFLICT),
    RATING_NEEDS_REASON(Refusal.Kind.INVALID),
    NO_SUCH_GRADE(Refusal.Kind.INVALID),
    TERM_NOT_OVER(Refusal.Kind.CONFLICT),
    TERM_OF_RECEIPT_OVER(Refusal.Kind.CONFLICT),
    SUPPLEMENT_TOO_LATE(Refusal.Kind.CONFLICT),
    EXTENSION_TOO_LATE(Refusal.Kind.CONFLICT),
    EXTENSION_WHILE_PAUSED(Refusal.Kind.CONFLICT),
    NO_SUCH_POSTING(Refusal.Kind.INVALID),
    POSTING_CANNOT_HOLD(Refusal.Kind.INVALID),
    NO_RULE_HOLDS(Refusal.Kind.INVALID),
    EFFECT_MISSING(Refusal.Kind.UNAVAILABLE);

    private final Refusal.Kind kind;

    CaseworkReason(Refusal.Kind kind) {
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
