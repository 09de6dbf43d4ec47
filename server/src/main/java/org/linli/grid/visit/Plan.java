package org.linli.grid.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.linli.grid.catalogue.Template.Target;
import org.linli.shared.DivisionCode;

/**
 * Something to be visited in a cell (走访计划).
 *
 * @param targetId empty when it is the cell itself
 * @param label what a place or an organisation is called
 * @param attempts how often somebody came and met nobody
 */
record Plan(
        UUID id,
        UUID round,
        String template,
        DivisionCode cell,
        Target target,
        Optional<UUID> targetId,
        Optional<String> label,
        LocalDate dueOn,
        State state,
        int attempts,
        Optional<UUID> visit,
        Optional<Instant> doneAt) {

    /** How it stands. */
    enum State {
        DUE,
        DONE,
        /** Somebody said why it is not to be done. */
        SKIPPED
    }
}
