package org.linli.grid.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.grid.catalogue.Level;
import org.linli.grid.event.Event.Source;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;

/**
 * An event to be reported.
 *
 * @param id given by whoever reports
 * @param requestKey the same key again is answered with the event it made first
 * @param cell where it is when no point was taken
 * @param onTheSpot what was done about it at once, when the reporter mended it
 */
public record ReportEvent(
        UUID id,
        String requestKey,
        Source source,
        String category,
        Level level,
        String description,
        String place,
        Optional<Point> at,
        Optional<Double> accuracy,
        Optional<DivisionCode> cell,
        Optional<Instant> occurredAt,
        Optional<UUID> visit,
        Optional<UUID> reopens,
        List<Photo> photos,
        Optional<OnTheSpot> onTheSpot) {

    /** What the reporter did about it. */
    public record OnTheSpot(String note, List<Photo> photos) {}

    public ReportEvent {
        description = description.strip();
        place = place.strip();
        photos = List.copyOf(photos);
    }
}
