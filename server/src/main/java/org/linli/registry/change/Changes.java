package org.linli.registry.change;

import java.time.Clock;
import org.linli.access.Acting;
import org.linli.registry.Because;
import org.linli.shared.Ids;
import org.springframework.stereotype.Component;

/** Begins changes: the one way to get what every write to the base must name. */
@Component
public class Changes {

    private final ChangeRows rows;
    private final Clock clock;

    Changes(ChangeRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Notes who changes the base and why, in the caller's transaction. */
    public Change begin(Acting by, Because because) {
        var change = new Change(Ids.next(), clock.instant());
        rows.add(change, by, because);
        return change;
    }
}
