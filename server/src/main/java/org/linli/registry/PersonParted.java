package org.linli.registry;

import java.time.Instant;
import org.linli.shared.DomainEvent;

/** A merge was undone: {@code parted} stands for itself again. */
public record PersonParted(PersonId kept, PersonId parted, Instant at) implements DomainEvent {}
