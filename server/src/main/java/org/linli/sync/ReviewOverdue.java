package org.linli.sync;

import java.time.Instant;
import java.util.UUID;
import org.linli.shared.DomainEvent;

/** A review has waited for five working days; nothing is decided by itself, somebody is to be told. */
public record ReviewOverdue(UUID conflict, String area, String type, UUID entity, Instant openedAt)
        implements DomainEvent {}
