package org.linli.registry.sheet;

/** Counts the rows of a worksheet (XML) while its bytes pass by. */
final class RowCount {

    /** Longer than a name of an element with its prefix. */
    private static final int LONGEST_NAME = 32;

    private static final int OUTSIDE = -1;

    private final byte[] name = new byte[LONGEST_NAME];
    private int length = OUTSIDE;
    private long rows;

    void pass(byte[] bytes, int count) {
        for (var i = 0; i < count; i++) {
            var here = bytes[i];
            if (here == '<') {
                length = 0;
            } else if (length != OUTSIDE) {
                collect(here);
            }
        }
    }

    long rows() {
        return rows;
    }

    private void collect(byte here) {
        if (here == '>' || here == '/' || here == ' ' || here == '\t' || here == '\r' || here == '\n') {
            rows += isRow() ? 1 : 0;
            length = OUTSIDE;
        } else if (length == LONGEST_NAME) {
            length = OUTSIDE;
        } else {
            name[length++] = here;
        }
    }

    private boolean isRow() {
        return length >= 3
                && name[length - 3] == 'r'
                && name[length - 2] == 'o'
                && name[length - 1] == 'w'
                && (length == 3 || name[length - 4] == ':');
    }
}
