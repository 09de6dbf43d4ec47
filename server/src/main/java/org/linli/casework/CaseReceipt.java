package org.linli.casework;

import java.time.Instant;
import java.util.Optional;

/**
 * What an opened case or an action came to.
 *
 * @param number the number people read and type (办件编号)
 * @param revision to be named by the next action
 * @param event sequence number of the timeline entry
 * @param due when the promised term ends, while a clock runs
 */
public record CaseReceipt(
        CaseId id, String number, int revision, int event, String state, Instant at, Optional<Instant> due) {}
