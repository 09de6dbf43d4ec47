package org.linli.registry.importing;

import org.linli.shared.Refusal;

/** Why an import is refused as a whole. */
enum ImportReason implements Refusal.Reason {
    SHEET_FORMAT_UNKNOWN(Refusal.Kind.INVALID),
    SHEET_TOO_LARGE(Refusal.Kind.TOO_LARGE),
    SHEET_EMPTY(Refusal.Kind.INVALID),
    SHEET_BROKEN(Refusal.Kind.INVALID),
    SHEET_UNPACKS_TOO_LARGE(Refusal.Kind.INVALID),
    SHEET_TOO_MANY_COLUMNS(Refusal.Kind.INVALID),
    SHEET_TOO_MANY_ROWS(Refusal.Kind.INVALID),
    SHEET_LOCKED(Refusal.Kind.INVALID),
    WRONG_OFFSET(Refusal.Kind.CONFLICT),
    UNKNOWN_IMPORT(Refusal.Kind.MISSING),
    /** What is asked for does not fit how far the import is. */
    NOT_NOW(Refusal.Kind.CONFLICT),
    COLUMN_COUNT(Refusal.Kind.INVALID),
    COLUMN_TWICE(Refusal.Kind.INVALID),
    COLUMN_MISSING(Refusal.Kind.INVALID),
    COLUMN_NOT_HELD(Refusal.Kind.INVALID),
    NO_GOOD_ROWS(Refusal.Kind.CONFLICT),
    /** Some rows are faulty and nobody said that the others shall be imported. */
    ROWS_FAULTY(Refusal.Kind.CONFLICT),
    /** The base changed after the check, and more rows are faulty now. */
    BASE_MOVED(Refusal.Kind.CONFLICT),
    /** The writing failed; nothing of it is in the base. */
    NOT_WRITTEN(Refusal.Kind.CONFLICT);

    private final Refusal.Kind kind;

    ImportReason(Refusal.Kind kind) {
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
