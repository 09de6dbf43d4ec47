package org.linli.grid.visit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.grid.catalogue.Template.Target;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;

/**
 * A visit or inspection that was made (走访检查记录).
 *
 * @param answers by question; numbers and texts as text
 * @param place where it was, in words, when nothing that is recorded was visited
 * @param findings how many answers were bad ones
 * @param events events that its findings reported
 * @param occurredAt by the phone's clock, as evidence
 */
record Visit(
        UUID id,
        Optional<UUID> plan,
        String template,
        DivisionCode cell,
        Target target,
        Optional<UUID> targetId,
        Result result,
        Map<String, String> answers,
        String note,
        String place,
        int findings,
        List<UUID> events,
        List<UUID> photos,
        Optional<Point> at,
        UUID account,
        UUID posting,
        String name,
        Instant doneAt,
        Optional<Instant> occurredAt) {

    /** What became of it. */
    enum Result {
        DONE,
        /** Nobody was there; the plan stays due. */
        NOBODY_THERE,
        /** The people did not want it, which is their right; the plan is settled. */
        NOT_WANTED
    }

    Visit {
        answers = Map.copyOf(answers);
        events = List.copyOf(events);
        photos = List.copyOf(photos);
    }
}
