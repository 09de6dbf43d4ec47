package org.linli.registry.importing;

import java.util.UUID;
import org.linli.registry.sheet.SheetKind;

/** What only shows when rows are compared with each other and with the base; done anew right before the writing. */
interface SheetFindings {

    /** What a check came to. */
    record Counts(int good, int faulty, int notices, int known) {}

    SheetKind kind();

    /** Compares, in the caller's transaction, which keeps what it found in temporary tables for the writing. */
    Counts find(Sheet sheet);

    /** Number of a fault that was found here; those of the row by itself are counted from 1. */
    int FIRST_NUMBER = 1000;

    /** For messages and in SQL: faults of an import that are to be looked for anew. */
    static UUID id(Sheet sheet) {
        return sheet.id();
    }
}
