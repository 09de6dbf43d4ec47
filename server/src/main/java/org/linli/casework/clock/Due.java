package org.linli.casework.clock;

import java.time.Instant;
import java.time.Year;
import java.util.Optional;

/**
 * When a term ends.
 *
 * @param assumedFrom the first year on the way whose statutory days off are not known yet and were taken as plain
 *     weeks; people are told
 */
public record Due(Instant at, Optional<Year> assumedFrom) {}
