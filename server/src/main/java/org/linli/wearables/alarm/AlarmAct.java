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
        HANDED_BACK,
        NOTED,
        CLOSED
    }
}
