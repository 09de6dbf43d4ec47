package org.linli.registry.importing;

/** Checks one row by itself and stages what the base would take of it. */
interface RowCheck {

    /** The table where such rows are staged. */
    String table();

    /** Its columns, in the order in which {@link #stage} writes them. */
    String columns();

    /**
     * Notes what is wrong in the cells, and writes the row. Of a faulty row only what other rows are compared with is
     * staged, or nothing.
     */
    void stage(int number, Cells cells, CopyText into);
}
