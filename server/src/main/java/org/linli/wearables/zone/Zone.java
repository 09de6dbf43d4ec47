package org.linli.wearables.zone;

import java.util.Optional;

/**
 * Safe zone (安全区) of whoever wears a device.
 *
 * @param id of the zone; 0 before it is stored
 * @param leaving whether leaving it raises an alarm; {@code entering} likewise
 * @param schedule always, where there is none
 */
record Zone(int id, String name, ZoneShape shape, boolean leaving, boolean entering, Optional<Schedule> schedule) {

    /** Whether both raise the same alarms, whatever they are called. */
    boolean watchesLike(Zone other) {
        return shape.equals(other.shape)
                && leaving == other.leaving
                && entering == other.entering
                && schedule.equals(other.schedule);
    }
}
