package org.linli.registry;

import java.time.Instant;
import org.linli.shared.DomainEvent;

/** Two records turned out to be one person: references to {@code lost} mean {@code kept} from now on. */
public record PersonMerged(PersonId kept, PersonId lost, Instant at) implements DomainEvent {}
