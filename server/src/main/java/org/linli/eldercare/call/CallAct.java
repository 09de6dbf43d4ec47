package org.linli.eldercare.call;

import java.time.Instant;

/**
 * What an operator did about a call (处置记录).
 *
 * @param note empty where nothing was written
 */
record CallAct(Instant at, Act act, String name, String note) {

    /** What. */
    enum Act {
        CLAIMED,
        /** From somebody else. */
        TAKEN,
        HANDED_OVER,
        NOTED,
        /** The operator found whom it is about. */
        NAMED,
        /** Somebody answered the call back. */
        REACHED,
        /** Nobody answered the call back. */
        UNREACHED,
        CLOSED
    }
}
