package org.linli.files;

import org.linli.shared.Refusal;

/** Why files refuses. */
public enum FilesReason implements Refusal.Reason {
    EMPTY(Refusal.Kind.INVALID),
    TOO_LARGE(Refusal.Kind.TOO_LARGE),
    /** The bytes are of a type that is not taken, or of none that is known. */
    TYPE_NOT_TAKEN(Refusal.Kind.INVALID),
    /** The sender declared another type than the bytes show. */
    NOT_WHAT_IT_CLAIMS(Refusal.Kind.INVALID),
    /** The name ends like another type, or hides a program's ending. */
    MISLEADING_NAME(Refusal.Kind.INVALID),
    /** It starts like its type but cannot be read to its end. */
    BROKEN(Refusal.Kind.INVALID),
    TOO_MANY_PIXELS(Refusal.Kind.INVALID),
    /** An archive that would unpack to far more than it weighs. */
    UNPACKS_TOO_LARGE(Refusal.Kind.INVALID),
    MALFORMED_OWNER(Refusal.Kind.INVALID),
    MALFORMED_UPLOAD(Refusal.Kind.INVALID),
    NOT_ALLOWED(Refusal.Kind.FORBIDDEN),
    UNKNOWN_FILE(Refusal.Kind.MISSING),
    ERASED(Refusal.Kind.MISSING),
    NO_THUMBNAIL(Refusal.Kind.MISSING),
    UNKNOWN_UPLOAD(Refusal.Kind.MISSING),
    WRONG_OFFSET(Refusal.Kind.CONFLICT);

    private final Refusal.Kind kind;

    FilesReason(Refusal.Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "files";
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }
}
