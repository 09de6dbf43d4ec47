package org.linli.casework.worklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.shared.Names;

/** One line of a list. {@code colour}: GREEN, YELLOW or RED while the clock runs, PAUSED or DONE when it does not. */
record WorkItemView(
        UUID id,
        String number,
        Names title,
        String procedure,
        Names procedureNames,
        Names stateNames,
        String turn,
        String unit,
        Names unitNames,
        boolean held,
        boolean mine,
        @Nullable String hold,
        @Nullable String supervision,
        String colour,
        @Nullable Instant due,
        Instant openedAt,
        @Nullable Instant endedAt) {}
