package org.linli.rights;

import org.linli.shared.Refusal;

/** Why the data-rights desk refuses. */
public enum RightsReason implements Refusal.Reason {
    IDENTITY_NOT_CHECKED(Refusal.Kind.INVALID),
    NAME_MISSING(Refusal.Kind.INVALID),
    MALFORMED_PHONE(Refusal.Kind.INVALID),
    WISH_MISSING(Refusal.Kind.INVALID),
    /** Who asks for somebody else names that person. */
    SUBJECT_MISSING(Refusal.Kind.INVALID),
    /** Who asks for oneself is the one the data is about. */
    SUBJECT_IS_ANOTHER(Refusal.Kind.INVALID),
    PROOF_MISSING(Refusal.Kind.INVALID),
    CORRECTIONS_MISSING(Refusal.Kind.INVALID),
    /** Relatives act for the dead only. */
    NOT_DECEASED(Refusal.Kind.INVALID),
    NOT_IN_BASE(Refusal.Kind.INVALID),
    /** Whoever is refused is told why. */
    REASONS_NEEDED(Refusal.Kind.INVALID),
    UNKNOWN_REQUEST(Refusal.Kind.MISSING),
    UNKNOWN_PAPER(Refusal.Kind.MISSING),
    PAPER_EMPTIED(Refusal.Kind.MISSING),
    NOT_GRANTED(Refusal.Kind.CONFLICT),
    WRONG_PAIR(Refusal.Kind.INVALID),
    UNKNOWN_RULE(Refusal.Kind.MISSING),
    NOT_REHEARSED(Refusal.Kind.CONFLICT),
    RULE_ONLY_KEEPS(Refusal.Kind.CONFLICT),
    RULE_IS_OFF(Refusal.Kind.CONFLICT),
    SWITCH_REASON_MISSING(Refusal.Kind.INVALID);

    private final Refusal.Kind kind;

    RightsReason(Refusal.Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "rights";
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }
}
