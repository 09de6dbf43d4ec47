package org.linli.registry.duplicate;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.linli.registry.PersonId;

/** Duplicate (疑似重复): two records that may be one person. */
record Duplicate(
        UUID id,
        PersonId first,
        PersonId second,
        Set<Ground> grounds,
        Instant foundAt,
        Optional<UUID> proposedBy,
        Optional<String> proposedName,
        State state) {

    /** Why two records may be one person. */
    enum Ground {
        /** One number, once as one kind of document and once as another. */
        DOCUMENT,
        /** The same name, birth date and dwelling. */
        ADDRESS,
        /** The same name, birth date and phone. */
        PHONE,
        /** The same name and birth date, and one of them without an identity number. */
        NAME_BIRTH,
        /** Somebody said so. */
        PROPOSED
    }

    /** What became of the pair. */
    enum State {
        OPEN,
        MERGED,
        DIFFERENT
    }
}
