package org.linli.casework.clock;

import java.time.Instant;
import java.time.LocalDate;
import org.linli.shared.DomainEvent;

/**
 * Days of the calendar were changed; running clocks are counted anew.
 *
 * @param first the earliest day that is worked or off now and was not before
 * @param why what people read on the timelines
 * @param by who changed them
 */
public record CalendarChanged(LocalDate first, String why, String by, Instant at) implements DomainEvent {}
