package org.linli.registry.listing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.area.AreaReason;
import org.linli.shared.Point;
import org.linli.shared.Refusal;

/** A position as forms send it: both degrees or none. */
public final class Position {

    private static final double EAST = 180;
    private static final double NORTH = 90;

    private Position() {}

    public static Optional<Point> read(@Nullable Double lon, @Nullable Double lat) {
        if (lon == null && lat == null) {
            return Optional.empty();
        }
        if (lon == null || lat == null || !(Math.abs(lon) <= EAST && Math.abs(lat) <= NORTH)) {
            throw Refusal.ofField("lon", AreaReason.NOT_A_PLACE);
        }
        return Optional.of(new Point(lon, lat));
    }
}
