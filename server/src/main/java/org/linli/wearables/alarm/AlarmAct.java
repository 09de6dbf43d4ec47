package org.linli.wearables.alarm;

import java.time.Instant;

/**
 * What was done about an alarm (处置记录).
 *
 * @param note empty where nothing was written
 */
record AlarmAct(Instant at, Act act, String name, String note) {

    /** What. */
    enum Act {
        CLAIMED,
        /** The wearer, or somebody close, answered the phone. */
        REACHED,
        /** Nobody answered the phone. */
        UNREACHED,
        HANDED_BACK,
        NOTED,
        CLOSED
    }
}
