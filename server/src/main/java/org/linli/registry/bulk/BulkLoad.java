package org.linli.registry.bulk;

import org.linli.registry.change.Change;
import org.linli.registry.sealing.Seals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads many rows into the base. Nobody has to fear for what is there already: what contradicts the tables is refused by
 * them, and the batch with it.
 */
@Component
public class BulkLoad {

    private final Seals seals;
    private final CopyRows rows;

    BulkLoad(Seals seals, CopyRows rows) {
        this.seals = seals;
        this.rows = rows;
    }

    /** An empty batch under a change that has begun. */
    public Batch batch(Change change) {
        return new Batch(change, seals);
    }

    /** Writes a batch in the caller's transaction, or in one of its own, and leaves it used up. */
    @Transactional
    public void write(Batch batch) {
        if (batch.isComplete()) {
            rows.copyComplete(batch.parts());
            rows.tellPhones(batch.onPhones());
        } else {
            rows.copy(batch.parts());
        }
    }

    /** After a large load: counts anew for the planner, and marks pages as seen by all, outside any transaction. */
    public void settle() {
        rows.vacuum();
    }
}
