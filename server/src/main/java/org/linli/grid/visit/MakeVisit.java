package org.linli.grid.visit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.grid.catalogue.Template.Target;
import org.linli.grid.visit.Visit.Result;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;

/**
 * A visit to be recorded.
 *
 * @param plan what it settles; without one it was made without being planned
 * @param whom whom or what it visited, when there is no plan that says so
 * @param answers by question
 * @param note what was found, in words
 * @param place where it was, in words, when nothing that is recorded was visited
 */
record MakeVisit(
        UUID id,
        String requestKey,
        Optional<UUID> plan,
        String template,
        DivisionCode cell,
        Optional<Whom> whom,
        Result result,
        Map<String, String> answers,
        String note,
        String place,
        List<UUID> photos,
        Optional<Point> at,
        boolean fromPhone,
        Optional<Instant> occurredAt) {

    /** Whom or what. */
    record Whom(Target kind, UUID id) {}

    MakeVisit {
        note = note.strip();
        place = place.strip();
        photos = List.copyOf(photos);
    }
}
