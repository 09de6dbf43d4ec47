package org.linli.wearables.history;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * Where a device was at a moment (轨迹点), WGS-84.
 *
 * @param at by the device's clock
 * @param lon in units of 1e-7 degrees; so is lat
 * @param speed in kilometres an hour
 */
record Spot(Instant at, int lon, int lat, OptionalInt speed) {

    private static final double UNITS = 1e7;
    private static final double METRES_A_DEGREE = 111_195;

    double longitude() {
        return lon / UNITS;
    }

    double latitude() {
        return lat / UNITS;
    }

    /** In metres, as on a plane: right for a district, not for a journey. */
    double distanceTo(Spot other) {
        var north = (other.latitude() - latitude()) * METRES_A_DEGREE;
        var east = (other.longitude() - longitude()) * METRES_A_DEGREE * Math.cos(Math.toRadians(latitude()));
        return Math.hypot(north, east);
    }
}
