package org.linli.counter.resident;

import java.time.Clock;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.registry.People;
import org.springframework.stereotype.Component;

/** Notes, with the errand itself, that the registry is to be told what the window learned. */
@Component
public class ResidentNotes {

    private final ResidentNoteRows rows;
    private final Clock clock;

    ResidentNotes(ResidentNoteRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** In the caller's transaction; who may not write to the registry notes nothing. */
    public void note(Acting by, UUID errand, boolean cardRead) {
        if (by.may(People.WRITE)) {
            rows.add(errand, by, cardRead, clock.instant());
        }
    }
}
