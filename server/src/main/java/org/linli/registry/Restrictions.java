package org.linli.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.linli.access.Acting;

/**
 * Restrictions (限制处理): people whose data is kept but not used otherwise, because they objected, because what it says is
 * disputed, or because a law forbids to remove it yet (PIPL art. 44, 46, 47). The mark is shown wherever the person is.
 */
public interface Restrictions {

    /** Why. */
    enum Ground {
        /** The person objected (44). */
        OBJECTION,
        /** What is held is disputed and being checked (46). */
        DISPUTED,
        /** It would be removed, but a law or an unfinished matter forbids it yet (47). */
        KEPT_BY_LAW
    }

    /**
     * One restriction.
     *
     * @param reference what it was asked for by, as {@code kind:identifier}
     */
    record Restriction(
            UUID id,
            PersonId person,
            Ground ground,
            String reference,
            Instant since,
            String setBy,
            Optional<Instant> liftedAt) {}

    /** Of somebody, newest first, the lifted ones too. */
    List<Restriction> of(PersonId person);

    /** Those of the given people who are under a restriction now. */
    Set<PersonId> among(Collection<PersonId> people);

    /**
     * Refuses a change of somebody under a restriction, unless the person brought it along in person (a card, a window) or
     * it belongs to what the restriction was asked for by or to another request of the person's.
     */
    void requireFree(PersonId person, Because because);

    /** Sets one; a second with the same ground and reference changes nothing. */
    Restriction restrict(Acting by, PersonId person, Ground ground, Because because);

    void lift(Acting by, UUID id, Because because);
}
