package org.linli.registry.household;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.shared.Sex;

/** Somebody with what of them decides whether a relation can be. */
record Kin(UUID person, Sex sex, @Nullable LocalDate birth, Relation relation) {

    Kin as(Relation other) {
        return new Kin(person, sex, birth, other);
    }

    boolean isOlderThan(Kin other) {
        return birth != null && other.birth != null && birth.isBefore(other.birth);
    }
}
