package org.linli.wearables.batch;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a device was (定位), WGS-84 in degrees.
 *
 * @param speed in kilometres an hour; not a number where none was said
 */
public record Fix(Instant at, double lon, double lat, double speed) {

    /** Empty for what is not on the globe, and for 0, 0, which a device says that knows nothing. */
    public static Optional<Fix> of(Instant at, double lon, double lat, double speed) {
        var somewhere = Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat != 0 || lon != 0);
        return somewhere ? Optional.of(new Fix(at, lon, lat, speed)) : Optional.empty();
    }
}
