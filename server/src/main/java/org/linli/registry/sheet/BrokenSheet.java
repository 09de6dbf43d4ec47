package org.linli.registry.sheet;

import java.io.IOException;

/** A file that cannot be read as a sheet. */
public final class BrokenSheet extends IOException {

    private static final long serialVersionUID = 1;

    /** What is wrong with it. */
    public enum Why {
        /** It has no row with names of columns. */
        EMPTY,
        /** It is not whole, or no file of this format. */
        BROKEN,
        /** It unpacks to far more than it weighs. */
        UNPACKS_TOO_LARGE,
        /** It has more columns than any sheet of this kind. */
        TOO_MANY_COLUMNS,
        /** It has more rows than are taken at once. */
        TOO_MANY_ROWS,
        /** It is locked with a password or of the old binary format. */
        LOCKED
    }

    private final Why why;

    public BrokenSheet(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
