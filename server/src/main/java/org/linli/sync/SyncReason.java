package org.linli.sync;

import org.linli.shared.Refusal;

/** Why sync refuses. */
public enum SyncReason implements Refusal.Reason {
    NOT_FOR_PHONES(Refusal.Kind.FORBIDDEN),
    UNKNOWN_TYPE(Refusal.Kind.INVALID),
    UNKNOWN_FIELD(Refusal.Kind.INVALID),
    MALFORMED(Refusal.Kind.INVALID),
    BATCH_TOO_LARGE(Refusal.Kind.TOO_LARGE),
    FORKED(Refusal.Kind.CONFLICT),
    EXPECTED(Refusal.Kind.CONFLICT),
    UNKNOWN_DEVICE(Refusal.Kind.MISSING),
    DEVICE_TAKEN(Refusal.Kind.CONFLICT),
    DEVICE_REVOKED(Refusal.Kind.FORBIDDEN),
    WRONG_TOKEN(Refusal.Kind.MISSING),
    NO_RECOVERY_KEY(Refusal.Kind.MISSING),
    UPDATE_NEEDED(Refusal.Kind.CONFLICT),
    TOO_MANY_PULLS(Refusal.Kind.TOO_MANY),
    OUT_OF_SCOPE(Refusal.Kind.FORBIDDEN),
    READ_ONLY_SCOPE(Refusal.Kind.FORBIDDEN),
    UNKNOWN_SCOPE(Refusal.Kind.INVALID),
    UNKNOWN_RECORD(Refusal.Kind.MISSING),
    RECORD_EXISTS(Refusal.Kind.CONFLICT),
    INTERNAL(Refusal.Kind.UNAVAILABLE),
    UNKNOWN_CONFLICT(Refusal.Kind.MISSING),
    ALREADY_DECIDED(Refusal.Kind.CONFLICT),
    DECISION_MISSING(Refusal.Kind.INVALID),
    VALUE_MISSING(Refusal.Kind.INVALID),
    REASON_MISSING(Refusal.Kind.INVALID),
    UNKNOWN_EXCEPTION(Refusal.Kind.MISSING),
    ALREADY_SETTLED(Refusal.Kind.CONFLICT),
    UNKNOWN_PHOTO(Refusal.Kind.MISSING),
    PHOTO_DIFFERS(Refusal.Kind.CONFLICT);

    private final Refusal.Kind kind;

    SyncReason(Refusal.Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "sync";
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }
}
