package org.linli.registry.sheet;

/** Why a row cannot be read at all. */
public enum SheetFlaw {
    /** A quotation mark is not closed, or something stands behind a closed one. */
    QUOTATION,
    /** The row is in another encoding than the file, or in none that is known. */
    ENCODING,
    /** The row is longer than any row of these sheets. */
    TOO_LONG
}
