package org.linli.registry.change;

import java.time.Instant;
import java.util.UUID;

/** A change (变更) under way: what every row it touches names. */
public record Change(UUID id, Instant at) {}
