package org.linli.eldercare.call;

/** How a call stands, by what its telephone system said. */
enum CallState {
    RINGING,
    QUEUED,
    TALKING,
    HELD,
    ENDED,
    /** It ended, and nobody had answered. */
    MISSED;

    boolean isOver() {
        return this == ENDED || this == MISSED;
    }
}
