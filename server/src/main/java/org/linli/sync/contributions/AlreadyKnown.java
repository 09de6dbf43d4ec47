package org.linli.sync.contributions;

import java.util.UUID;

/**
 * What a phone wants to add is recorded already. The answer is {@code duplicate_person}, which never says where; a person
 * compares the two.
 */
public final class AlreadyKnown extends RuntimeException {

    private final UUID existing;

    public AlreadyKnown(UUID existing) {
        super("recorded already as " + existing, null, false, false);
        this.existing = existing;
    }

    /** The record that is there. */
    public UUID existing() {
        return existing;
    }
}
