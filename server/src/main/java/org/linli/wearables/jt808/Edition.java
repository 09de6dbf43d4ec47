package org.linli.wearables.jt808;

/** Which edition of the standard a frame follows. */
enum Edition {
    OF_2013(6),
    /** Told by bit 14 of the attributes; a version byte goes before a longer terminal number. */
    OF_2019(10);

    private final int terminalBytes;

    Edition(int terminalBytes) {
        this.terminalBytes = terminalBytes;
    }

    int terminalBytes() {
        return terminalBytes;
    }
}
