package org.linli.grid.event;

import java.util.UUID;
import org.linli.grid.GridSettings;
import org.linli.privacy.BlindIndex;
import org.springframework.stereotype.Component;

/** Which of the events that are handled on the spot somebody else looks at again: nobody can tell beforehand. */
@Component
class Sampling {

    private static final String PURPOSE = "grid.sampling";

    private final BlindIndex index;
    private final GridSettings settings;

    Sampling(BlindIndex index, GridSettings settings) {
        this.index = index;
        this.settings = settings;
    }

    boolean draws(UUID event) {
        var lot = index.of(PURPOSE, event.toString());
        var number = (lot[lot.length - 2] & 0xFF) << 8 | lot[lot.length - 1] & 0xFF;
        return number % 100 < settings.sampledPercent();
    }
}
